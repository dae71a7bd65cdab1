#include "app/desktop/SingleWindow.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int patienceMs = 300;

QString serverName(const QString& book)
{
    const QString whole = QFileInfo(book).absoluteFilePath();
    return u"kith-"_s +
           QString::fromLatin1(QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
}

}

SingleWindow::SingleWindow(QObject* parent) : QObject(parent), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server->nextPendingConnection())
            caller->deleteLater();
        emit raised();
    });
}

bool SingleWindow::raiseOther(const QString& book)
{
    QLocalSocket socket;
    socket.connectToServer(serverName(book));
    return socket.waitForConnected(patienceMs);
}

void SingleWindow::listen(const QString& book)
{
    m_server->close();
    // What a crash left behind is in the way; whoever lives would have answered raiseOther().
    QLocalServer::removeServer(serverName(book));
    m_server->listen(serverName(book));
}

}
