#pragma once

#include "ui/dialogs/Dialog.h"

namespace kith {

// The recovery code, large, with ways to keep it, and a box that says it is kept: the only time it is shown.
class RecoveryCodeView : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryCodeView(const QString& code, QWidget* parent = nullptr);

signals:
    void kept(bool kept);

private:
    void saveTo(const QString& path);

    QString m_code;
    QLabel* m_said;
};

class RecoveryDialog : public Dialog
{
    Q_OBJECT

public:
    RecoveryDialog(const QString& code, QWidget* parent);
    void reject() override;
};

}
