; The Windows setup: per user, no administrator, upgrade in place, desks never touched.
; makensis -DVERSION=… -DTREE=folder -DOUT=setup.exe -DPROGRAM=exe -DARGUMENTS="… " desk_mailadmin.nsi
; Silent: setup.exe /S [/LANG=2052] [/D=C:\place]   uninstall.exe /S
; The language is the one Windows shows, or that of /LANG: 2052 simplified Chinese, 1028 traditional Chinese, 1033 English.
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
RequestExecutionLevel user
CRCCheck force

!include MUI2.nsh
!include FileFunc.nsh

!define KEY "Software\desk_mailadmin"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\desk_mailadmin"
!define CLASS "desk_mailadmin.desk"

Name "$(NAME)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\desk_mailadmin"
InstallDirRegKey HKCU "${KEY}" "place"
BrandingText "desk_mailadmin ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "desk_mailadmin"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "desk_mailadmin setup"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${TREE}\desk_mailadmin.ico"
!define MUI_UNICON "${TREE}\desk_mailadmin.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME)"
!define MUI_WELCOMEPAGE_TEXT "$(TOUCHES)"
!define MUI_FINISHPAGE_TITLE "$(DONE)"
!define MUI_FINISHPAGE_TEXT "$(WHERE)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION start
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${TREE}\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language stands where the system's is none of these.
!insertmacro MUI_LANGUAGE SimpChinese
!insertmacro MUI_LANGUAGE TradChinese
!insertmacro MUI_LANGUAGE English
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9
SetFont /LANG=${LANG_TRADCHINESE} "Microsoft JhengHei UI" 9

LangString NAME ${LANG_SIMPCHINESE} "邮件管理台账"
LangString NAME ${LANG_TRADCHINESE} "郵件管理臺帳"
LangString NAME ${LANG_ENGLISH} "Mail Administrator's Desk"
LangString WELCOME ${LANG_SIMPCHINESE} "安装邮件管理台账 ${VERSION}"
LangString WELCOME ${LANG_TRADCHINESE} "安裝郵件管理臺帳 ${VERSION}"
LangString WELCOME ${LANG_ENGLISH} "Install Mail Administrator's Desk ${VERSION}"
LangString TOUCHES ${LANG_SIMPCHINESE} "只装给现在登录的这个人，不要管理员密码，也不改系统文件。$\r$\n$\r$\n台账放在另外的文件夹里：装新版本、卸载程序，都不动它。以前的版本会由这一版代替。"
LangString TOUCHES ${LANG_TRADCHINESE} "只裝給現在登入的這個人，不要管理員密碼，也不改系統檔案。$\r$\n$\r$\n臺帳放在另外的資料夾裡：裝新版本、解除安裝程式，都不動它。以前的版本會由這一版代替。"
LangString TOUCHES ${LANG_ENGLISH} "For whoever is logged in now: no administrator's password, no file of the system changed.$\r$\n$\r$\nDesks lie in a folder of their own: neither a new version nor uninstalling touches them. A version that is there already is replaced by this one."
LangString DONE ${LANG_SIMPCHINESE} "装好了"
LangString DONE ${LANG_TRADCHINESE} "裝好了"
LangString DONE ${LANG_ENGLISH} "Installed"
LangString WHERE ${LANG_SIMPCHINESE} "桌面和开始菜单里有“邮件管理台账”，双击 .maildesk 文件也能打开。"
LangString WHERE ${LANG_TRADCHINESE} "桌面和開始選單裡有「郵件管理臺帳」，按兩下 .maildesk 檔案也能開啟。"
LangString WHERE ${LANG_ENGLISH} "It stands on the desktop and in the Start menu; a double click on a .maildesk file opens it too."
LangString RUN ${LANG_SIMPCHINESE} "现在打开邮件管理台账"
LangString RUN ${LANG_TRADCHINESE} "現在開啟郵件管理臺帳"
LangString RUN ${LANG_ENGLISH} "Open the desk now"
LangString DESK ${LANG_SIMPCHINESE} "邮件管理台账文件"
LangString DESK ${LANG_TRADCHINESE} "郵件管理臺帳檔案"
LangString DESK ${LANG_ENGLISH} "Mail administrator's desk"
LangString OPEN ${LANG_SIMPCHINESE} "邮件管理台账还开着。关掉它的窗口，再继续。"
LangString OPEN ${LANG_TRADCHINESE} "郵件管理臺帳還開著。關掉它的視窗，再繼續。"
LangString OPEN ${LANG_ENGLISH} "The program is still open. Close its window, then go on."
LangString STAYS ${LANG_SIMPCHINESE} "程序已卸载。台账、备份和设置都没有动，仍在原来的文件夹。"
LangString STAYS ${LANG_TRADCHINESE} "程式已解除安裝。臺帳、備份和設定都沒有動，仍在原來的資料夾。"
LangString STAYS ${LANG_ENGLISH} "The program is gone. Desks, backups and settings were left alone where they are."
LangString OLD ${LANG_SIMPCHINESE} "这里已装有更新的版本 $0，没有改动。先卸载它，才能装 ${VERSION}。"
LangString OLD ${LANG_TRADCHINESE} "這裡已裝有更新的版本 $0，沒有更動。先解除安裝它，才能裝 ${VERSION}。"
LangString OLD ${LANG_ENGLISH} "A newer version, $0, is installed here; nothing was changed. Uninstall it before installing ${VERSION}."

!include WordFunc.nsh

Function .onInit
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/LANG=" $0
  IfErrors +2
  StrCpy $LANGUAGE $0
  ReadRegStr $0 HKCU "${KEY}" "version"
  StrCmp $0 "" fresh
  ${VersionCompare} "$0" "${VERSION}" $1
  StrCmp $1 1 0 fresh
  MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
  SetErrorLevel 3
  Abort
  fresh:
FunctionEnd

Function un.onInit
  ReadRegStr $0 HKCU "${KEY}" "language"
  StrCmp $0 "" +2
  StrCpy $LANGUAGE $0
FunctionEnd

Function start
  Exec '"$INSTDIR\${PROGRAM}" ${ARGUMENTS}'
FunctionEnd

; A program that runs holds its files: asked for as long as the clerk wants, refused at once when silent.
!macro MustBeClosed
  again:
  IfFileExists "$INSTDIR\${PROGRAM}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors 0 released
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 4
  Quit
  released:
  FileClose $0
  closed:
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\desk-mailadmin.exe"
  Delete "$INSTDIR\desk-mailadmin-cli.exe"
  Delete "$INSTDIR\desk-mailadmin.cmd"
  Delete "$INSTDIR\desk_mailadmin.ico"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\THIRD_PARTY_NOTICES.md"
  Delete "$INSTDIR\CHANGELOG.md"
!macroend

; Under the name they were made with: an upgrade in another language leaves no second one.
!macro RemoveShortcuts
  ReadRegStr $0 HKCU "${KEY}" "name"
  StrCmp $0 "" +4
  Delete "$SMPROGRAMS\$0\$0.lnk"
  RMDir "$SMPROGRAMS\$0"
  Delete "$DESKTOP\$0.lnk"
!macroend

Section "program"
  SetShellVarContext current
  !insertmacro MustBeClosed
  !insertmacro RemoveProgram ; an upgrade leaves no file of the version before
  SetOutPath "$INSTDIR"
  File /r "${TREE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  !insertmacro RemoveShortcuts
  CreateDirectory "$SMPROGRAMS\$(NAME)"
  CreateShortCut "$SMPROGRAMS\$(NAME)\$(NAME).lnk" "$INSTDIR\${PROGRAM}" "${ARGUMENTS}" "$INSTDIR\desk_mailadmin.ico"
  CreateShortCut "$DESKTOP\$(NAME).lnk" "$INSTDIR\${PROGRAM}" "${ARGUMENTS}" "$INSTDIR\desk_mailadmin.ico"

  WriteRegStr HKCU "Software\Classes\.maildesk" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "$(DESK)"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\desk_mailadmin.ico"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" ${ARGUMENTS}"%1"'

  WriteRegStr HKCU "${KEY}" "place" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "version" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "name" "$(NAME)"
  WriteRegStr HKCU "${KEY}" "language" "$LANGUAGE"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(NAME)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "desk_mailadmin"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\desk_mailadmin.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro MustBeClosed
  !insertmacro RemoveProgram
  !insertmacro RemoveShortcuts
  ExecWait 'schtasks.exe /Delete /F /TN "desk_mailadmin nightly"' ; a task of a program that is gone would fail every night
  ReadRegStr $0 HKCU "Software\Classes\.maildesk" ""
  StrCmp $0 "${CLASS}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.maildesk"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing of somebody else's lies in it
  IfSilent +2
  MessageBox MB_OK|MB_ICONINFORMATION "$(STAYS)"
SectionEnd
