#pragma once

#include <QObject>

namespace kith {

class Shell;
struct Options;

// Takes the picture for --screenshot once the page that was asked for has its data, then leaves the program: 0, or 1 if
// the picture could not be written or the data did not come within the time.
class Picture : public QObject
{
    Q_OBJECT

public:
    Picture(Shell& shell, const Options& options, QObject* parent);

private:
    void follow();
    void furnish(); // what stands on the page beside its data: search, a command
    void take();

    Shell& m_shell;
    const Options& m_options;
    bool m_furnished = false;
    bool m_taken = false;
};

}
