#!/bin/sh
# Starts the program that lies beside this file, with the arguments as they came.
# The build fills in what the program was made for: the machine, and the file of its system that loads programs.
here=$(readlink -f "$0")
here=${here%/*}
python=$here/runtime/cpython/python
# What follows there is no Python to say: none yet, or none that this system runs. A right start asks for no program.
if [ ! -e "$python" ]; then
    words='程序文件不完整：没有全部解压，或磁盘空间不够。请核对下载文件的大小，重新解压或安装一次，报告文件不受影响。'
elif [ ! -e {loader} ] && [ "$(uname -m)" != {machine} ]; then
    words="这份程序不是给本机（$(uname -m)）的，是给 {machine} 的。Intel、AMD、兆芯、海光请用名为 linux-x86_64 的安装文件，\
飞腾、鲲鹏请用 linux-aarch64 的；龙芯和 32 位系统没有可用的，请换一台电脑编写，报告文件可以用 U 盘带走。"
elif [ ! -x "$python" ]; then
    words='系统不允许从这里运行程序：U 盘等磁盘可能禁止运行程序，或复制时丢失了运行权限。请把下载的文件复制到自己的文件夹（如“文档”），在那里解压后运行。'
else
    exec "$python" "$here/app/main.py" "$@"
fi
# Whoever double-clicks sees no terminal.
echo "$words" >&2
[ -t 2 ] || [ -z "$DISPLAY$WAYLAND_DISPLAY" ] && exit 2
for dialog in 'zenity --error --title=年报助手 --no-markup --text' 'kdialog --title 年报助手 --error' 'xmessage -center'; do
    command -v "${dialog%% *}" >/dev/null && $dialog "$words" && break
done
exit 2
