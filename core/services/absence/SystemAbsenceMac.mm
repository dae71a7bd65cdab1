#include "core/services/absence/Absence.h"

#import <AppKit/AppKit.h>

namespace kith {

namespace {

// The workspace tells of sleep and of other users, the distributed center of the locked screen.
class WorkspaceAbsence final : public Absence
{
public:
    ~WorkspaceAbsence() override
    {
        for (id token in m_workspaceTokens)
            [NSWorkspace.sharedWorkspace.notificationCenter removeObserver:token];
        for (id token in m_distributedTokens)
            [NSDistributedNotificationCenter.defaultCenter removeObserver:token];
        [m_workspaceTokens release];
        [m_distributedTokens release];
    }

    void observe(Observer observer) override
    {
        m_observer = std::move(observer);
        NSNotificationCenter* workspace = NSWorkspace.sharedWorkspace.notificationCenter;
        follow(workspace, m_workspaceTokens, NSWorkspaceWillSleepNotification, Change::Sleeps);
        follow(workspace, m_workspaceTokens, NSWorkspaceDidWakeNotification, Change::Returns);
        follow(workspace, m_workspaceTokens, NSWorkspaceSessionDidResignActiveNotification, Change::Leaves);
        follow(workspace, m_workspaceTokens, NSWorkspaceSessionDidBecomeActiveNotification, Change::Returns);
        NSNotificationCenter* distributed = NSDistributedNotificationCenter.defaultCenter;
        follow(distributed, m_distributedTokens, @"com.apple.screenIsLocked", Change::Leaves);
        follow(distributed, m_distributedTokens, @"com.apple.screenIsUnlocked", Change::Returns);
    }

private:
    void follow(NSNotificationCenter* center, NSMutableArray* tokens, NSString* name, Change change)
    {
        [tokens addObject:[center addObserverForName:name
                                              object:nil
                                               queue:nil
                                          usingBlock:^(NSNotification*) {
                                              this->told(change);
                                          }]];
    }

    void told(Change change)
    {
        // macOS sleeps once this has returned. The book is closed on other threads, which need nothing of this one.
        auto done = m_observer(change);
        if (change == Change::Sleeps)
            done.waitForFinished();
    }

    Observer m_observer;
    NSMutableArray* m_workspaceTokens = [[NSMutableArray alloc] init];
    NSMutableArray* m_distributedTokens = [[NSMutableArray alloc] init];
};

}

std::unique_ptr<Absence> systemAbsence()
{
    return std::make_unique<WorkspaceAbsence>();
}

}
