#pragma once

#include "core/crypto/SecretText.h"
#include "ui/dialogs/Dialog.h"

namespace kith {

// The recovery code, large, with ways to keep it, and a box that says it is kept: the only time it is shown.
class RecoveryCodeView : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryCodeView(const SecretText& code, QWidget* parent = nullptr);

signals:
    void kept(bool kept);

private:
    void copyCode();
    void saveTo(const QString& path);

    SecretText m_code;
    QLabel* m_said;
};

class RecoveryDialog : public Dialog
{
    Q_OBJECT

public:
    RecoveryDialog(const SecretText& code, QWidget* parent);
    void reject() override;
};

}
