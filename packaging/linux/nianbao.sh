#!/bin/sh
# Starts the program that lies beside this file, with the arguments as they came.
here=$(readlink -f "$0")
here=${here%/*}
if [ -x "$here/runtime/cpython/python" ]; then
    exec "$here/runtime/cpython/python" "$here/app/main.py" "$@"
fi
# Half unpacked: there is no Python yet that could say so. Whoever double-clicks sees no terminal.
words='程序文件不完整：没有全部解压，或磁盘空间不够。请核对下载文件的大小，重新解压或安装一次，报告文件不受影响。'
echo "$words" >&2
[ -t 2 ] || [ -z "$DISPLAY$WAYLAND_DISPLAY" ] && exit 2
for dialog in 'zenity --error --title=年报助手 --no-markup --text' 'kdialog --title 年报助手 --error' 'xmessage -center'; do
    command -v "${dialog%% *}" >/dev/null && $dialog "$words" && break
done
exit 2
