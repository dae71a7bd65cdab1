#pragma once

#include "core/crypto/SecretText.h"

#include <QLineEdit>

namespace kith {

// A line for a passphrase, with a button to look at what one types, or for a recovery code, which is shown. What it
// holds is overwritten when it goes; see SecretText for what Qt keeps elsewhere.
class SecretLine : public QLineEdit
{
    Q_OBJECT

public:
    enum class Kind { Passphrase, RecoveryCode };
    SecretLine(Kind kind, const QString& name, QWidget* parent = nullptr);
    ~SecretLine() override;

    SecretText secret() const { return SecretText::copyOf(text()); }
    // Overwrites and empties it.
    void wipe();
};

}
