#pragma once

#include "ui/dialogs/Dialog.h"

namespace kith {

// Every key that does something, on one sheet.
class ShortcutSheet : public Dialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget* parent);
};

}
