#include "core/services/absence/Absence.h"

#include <windows.h>
#include <wtsapi32.h>

namespace kith {

namespace {

// A window that is never shown: only windows are told, of sleep only those at the top.
class WindowAbsence final : public Absence
{
public:
    ~WindowAbsence() override
    {
        if (m_window == nullptr)
            return;
        WTSUnRegisterSessionNotification(m_window);
        DestroyWindow(m_window);
    }

    void observe(Observer observer) override
    {
        m_observer = std::move(observer);
        static const wchar_t* const name = L"KithAbsence";
        WNDCLASSW kind = {};
        kind.lpfnWndProc = told;
        kind.hInstance = GetModuleHandleW(nullptr);
        kind.lpszClassName = name;
        RegisterClassW(&kind);
        m_window = CreateWindowW(name, L"", 0, 0, 0, 0, 0, nullptr, nullptr, kind.hInstance, nullptr);
        if (m_window == nullptr)
            return;
        SetWindowLongPtrW(m_window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
        WTSRegisterSessionNotification(m_window, NOTIFY_FOR_THIS_SESSION);
    }

private:
    static LRESULT CALLBACK told(HWND window, UINT message, WPARAM what, LPARAM more)
    {
        auto* self = reinterpret_cast<WindowAbsence*>(GetWindowLongPtrW(window, GWLP_USERDATA));
        if (self != nullptr && message == WM_WTSSESSION_CHANGE)
            self->sessionChanged(what);
        if (self != nullptr && message == WM_POWERBROADCAST)
            self->powerChanged(what);
        return DefWindowProcW(window, message, what, more);
    }

    void sessionChanged(WPARAM what)
    {
        switch (what) {
        case WTS_SESSION_LOCK:
        case WTS_CONSOLE_DISCONNECT:
        case WTS_REMOTE_DISCONNECT:
            m_observer(Change::Leaves);
            break;
        case WTS_SESSION_UNLOCK:
        case WTS_CONSOLE_CONNECT:
        case WTS_REMOTE_CONNECT:
            m_observer(Change::Returns);
            break;
        default:
            break;
        }
    }

    void powerChanged(WPARAM what)
    {
        if (what == PBT_APMRESUMEAUTOMATIC || what == PBT_APMRESUMESUSPEND)
            m_observer(Change::Returns);
        // Windows sleeps once this has returned, or after two seconds. The book is closed on other threads, which need
        // nothing of this one meanwhile.
        if (what == PBT_APMSUSPEND)
            m_observer(Change::Sleeps).waitForFinished();
    }

    HWND m_window = nullptr;
    Observer m_observer;
};

}

std::unique_ptr<Absence> systemAbsence()
{
    return std::make_unique<WindowAbsence>();
}

}
