#pragma once

class QWidget;

namespace groundplan {

class Actions;

// Each shows a dialog over `parent` that does not hold it up; it is deleted when it is closed.

/// Every action with its keys, from the table of actions, and the gestures of the board.
void showShortcutSheet(const Actions& actions, QWidget* parent);
/// A page of resources/help.
void showHelpPage(const char* name, QWidget* parent);
void showAbout(QWidget* parent);

} // namespace groundplan
