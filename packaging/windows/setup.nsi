; The installer for one user: no administrator, nothing outside the user's own folders.
; makensis -DVERSION=… -DFOLDER=… -DOUT=… -DICON=… -DPICTURE=… setup.nsi
Unicode true
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"

!define NAME "年报助手"
!define STARTER "年报助手.exe"
!define REMOVER "卸载.exe"
!define KIND "nianbao.xxgk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\nianbao"
!define TOO_OLD 3
!define RUNNING 4
!define NO_ROOM 5

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\nianbao"
InstallDirRegKey HKCU "Software\nianbao" "Folder"
!ifdef QUICK
SetCompress off
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS all
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME}安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "${NAME}编写、核对、导出《政府信息公开工作年度报告》，不需要联网。$\r$\n$\r$\n只为当前用户安装，不需要管理员。以前装过的版本会被替换，您的报告文件和保存的版本都不受影响。$\r$\n$\r$\n点“下一步”继续。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${STARTER}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!define MUI_FINISHPAGE_RUN_PARAMETERS ""
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将从本机移除${NAME}。您的报告文件和保存的版本都会留下。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!macro stop CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A program file that is in use cannot be opened for appending: so the running program is found, whoever started it.
!macro ask_to_close UN
Function ${UN}ask_to_close
  again:
  ${IfNot} ${FileExists} "$INSTDIR\runtime\python311.dll"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\runtime\python311.dll" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行。请先保存并关闭它的窗口，再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel ${RUNNING}
  Quit
FunctionEnd
!macroend
!insertmacro ask_to_close ""
!insertmacro ask_to_close "un."

Function .onInit
  ${IfNot} ${RunningX64}
    !insertmacro stop ${TOO_OLD} "${NAME}需要 64 位的 Windows 10（1809 及以后）或 Windows 11。本机是 32 位系统，不能安装。请换一台 64 位的电脑编写报告，或在统信、麒麟电脑上使用。"
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    !insertmacro stop ${TOO_OLD} "${NAME}需要 64 位的 Windows 10（1809 及以后）或 Windows 11。本机的 Windows 版本太旧，不能安装。请换一台 Windows 10 电脑编写报告，或在统信、麒麟电脑上使用。"
  ${EndIf}
FunctionEnd

Section
  Call ask_to_close
  ; The sizes of sections are known to the installer alone; a silent one asks nobody, so it looks for itself.
  SectionGetSize 0 $1
  ${GetRoot} "$INSTDIR" $2
  ${DriveSpace} "$2\" "/D=F /S=K" $3
  ${If} $3 < $1
    !insertmacro stop ${NO_ROOM} "磁盘 $2 的空间不够，安装需要约 $1 KB。请清理后再装，或装到别的磁盘。"
  ${EndIf}
  ; What an older version left goes first; the clerk's own files lie elsewhere and stay.
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${FOLDER}\*"
  ${If} ${Errors}
    !insertmacro stop ${NO_ROOM} "程序文件没有全部写入 $INSTDIR。请检查磁盘空间和写入权限，再安装一次。"
  ${EndIf}
  WriteUninstaller "$INSTDIR\${REMOVER}"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${STARTER}"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${STARTER}"
  WriteRegStr HKCU "Software\nianbao" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.xxgk" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.xxgk\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "政府信息公开年度报告"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${STARTER},0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${STARTER}" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\${STARTER}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "Software\Classes\Applications\${STARTER}\shell\open\command" "" '"$INSTDIR\${STARTER}" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\${STARTER}\SupportedTypes" ".xxgk" ""
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${STARTER}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\${REMOVER}"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\${REMOVER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  Call un.ask_to_close
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${STARTER}"
  Delete "$INSTDIR\${REMOVER}"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "Software\Classes\Applications\${STARTER}"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\Classes\.xxgk"
  DeleteRegKey HKCU "Software\nianbao"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
