/* 年报助手.exe: runs app\main.py beside it by runtime\python311.dll, in this very process, so that Windows sees one
   program: one name, one icon, one button in the task bar. */
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>

#define LONGEST 32768
#define OPTIONS 4

typedef int (*python_main)(int, wchar_t **);
typedef void (*python_home)(const wchar_t *);

static wchar_t here[LONGEST], library[LONGEST], home[LONGEST], script[LONGEST];

static int complain(const wchar_t *sentence)
{
    MessageBoxW(NULL, sentence, L"年报助手", MB_OK | MB_ICONERROR);
    return 2;
}

/* Python does not load on Windows 7, and Qt not on 8. By the manifest the system tells its own version. */
static BOOL too_old(void)
{
    OSVERSIONINFOW windows = {.dwOSVersionInfoSize = sizeof windows};
    return GetVersionExW(&windows) && windows.dwMajorVersion < 10;
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int show)
{
    int given = 0, i;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
    DWORD length = GetModuleFileNameW(NULL, here, LONGEST);
    wchar_t *slash = wcsrchr(here, L'\\');
    (void)self, (void)before, (void)line, (void)show;

    if (too_old())
        return complain(L"年报助手需要 64 位的 Windows 10（1809 及以后）或 Windows 11，本机的 Windows 版本太旧。"
                        L"请换一台 Windows 10 电脑编写报告，或在统信、麒麟电脑上使用。");
    if (!words || !slash || length > LONGEST - 64)
        return complain(L"程序所在文件夹的路径太长。请把程序放到路径较短的文件夹中。");
    *slash = 0;
    swprintf(home, LONGEST, L"%ls\\runtime", here);
    swprintf(library, LONGEST, L"%ls\\runtime\\python311.dll", here);
    swprintf(script, LONGEST, L"%ls\\runtime\\start.py", here);

    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(home);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    python_main run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    python_home set_home = python ? (python_home)(void *)GetProcAddress(python, "Py_SetPythonHome") : NULL;
    wchar_t **arguments = calloc((size_t)given + OPTIONS + 2, sizeof *arguments);
    if (!run || !set_home || !arguments || GetFileAttributesW(script) == INVALID_FILE_ATTRIBUTES)
        return complain(L"程序文件不完整。请把压缩包全部解压后再运行，不要在压缩包里直接打开；"
                        L"用安装程序安装的，请重新安装一次。如有文件被杀毒软件隔离，请恢复后再试。");

    /* As `python -E -s -B start.py ARGUMENT…`: nothing of this user's own Python is looked at, nothing is written. */
    wchar_t *options[OPTIONS] = {words[0], L"-E", L"-s", L"-B"};
    for (i = 0; i < OPTIONS; i++)
        arguments[i] = options[i];
    arguments[OPTIONS] = script;
    for (i = 1; i < given; i++)
        arguments[OPTIONS + i] = words[i];
    set_home(home);
    return run(given + OPTIONS, arguments);
}
