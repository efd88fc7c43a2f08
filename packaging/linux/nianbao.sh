#!/bin/sh
# Starts the program that lies beside this file, with the arguments as they came.
here=$(dirname "$(readlink -f "$0")")
exec "$here/runtime/cpython/python" "$here/app/main.py" "$@"
