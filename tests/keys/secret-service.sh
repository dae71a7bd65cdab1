#!/bin/sh
# secret-service.sh BUS PROGRAM ARGUMENT...
# Runs a test program on a message bus, a home and a keyring of its own, never on those of the person who tests.
# BUS: session   a bus that starts nothing by itself; the program starts its keyring daemon
#      none      no bus at all
# Leaves with 77 (ctest: skipped) and a line that says why where a part is missing.
set -eu

bus=$1
shift
for part in dbus-run-session gnome-keyring-daemon; do
    if ! command -v "$part" >/dev/null; then
        echo "SKIPPED: $part is not installed" >&2
        exit 77
    fi
done

HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
XDG_RUNTIME_DIR=$HOME/run
mkdir -m 0700 "$XDG_RUNTIME_DIR"
XDG_DATA_HOME=$HOME/data
XDG_CONFIG_HOME=$HOME/config
XDG_CACHE_HOME=$HOME/cache
XDG_CURRENT_DESKTOP=GNOME
export HOME XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_CURRENT_DESKTOP
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL || true

if [ "$bus" = none ]; then
    "$@"
    exit
fi
cat >"$HOME/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$XDG_RUNTIME_DIR</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
dbus-run-session --config-file="$HOME/bus.conf" -- "$@"
