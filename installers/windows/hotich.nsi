; Installs hotich-desktop and hotich for every user of a Windows PC. Built by package.sh:
;   makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DPROGRAMS=FOLDER -DOUT=FILE hotich.nsi
;
; For district IT, who rolls out a hundred PCs:
;   hotich-setup.exe /S [/D=C:\folder] [/CONFIG=\\server\share\hotich.ini] [/SERVER=URL] [/CODE=CODE] [/NIGHT=HH:MM]
; What /CONFIG names is an INI file with a section for each PC, by its computer name, and [default] for all others:
;   server, code, night. Exit codes: 0 done; 1 cancelled; 2 failed. `night` is the time from which the PC synchronises
;   by a task of Windows'; without it there is none, and the desktop that was left open synchronises by itself.
;
; Nothing of a register is ever touched: registers lie in the user's own folder and outlive the program.
Unicode true
; The 32-bit stub does not run on a 64-bit system without 32-bit support.
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel admin
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\HoTich"
!define TASK "HoTich\Nightly"

Name "Hộ tịch"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\HoTich"
BrandingText "Hộ tịch ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Hộ tịch"
VIAddVersionKey "FileDescription" "Hộ tịch"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString SHORTCUT ${LANG_VIETNAMESE} "Hộ tịch"
LangString SHORTCUT ${LANG_ENGLISH} "Hộ tịch (civil status)"
LangString SHORTCUT_HELP ${LANG_VIETNAMESE} "Sổ hộ tịch của xã, phường, đặc khu"
LangString SHORTCUT_HELP ${LANG_ENGLISH} "The civil-status register of the commune"
LangString IN_USE ${LANG_VIETNAMESE} "Hộ tịch đang mở. Hãy đóng chương trình rồi bấm Thử lại."
LangString IN_USE ${LANG_ENGLISH} "Hộ tịch is open. Close it, then choose Retry."
LangString BAD_CONFIG ${LANG_VIETNAMESE} "Không đọc được tệp cấu hình:"
LangString BAD_CONFIG ${LANG_ENGLISH} "The configuration file cannot be read:"

Var Server
Var Code
Var Night

; ReadSetting NAME VARIABLE: the command line's, else the PC's section of /CONFIG, else its [default].
!macro ReadSetting NAME VARIABLE
  ${GetOptions} $R0 " /${NAME}=" ${VARIABLE}
  ${If} ${VARIABLE} == ""
  ${AndIf} $R1 != ""
    ReadINIStr ${VARIABLE} $R1 $R2 "${NAME}"
    ${If} ${VARIABLE} == ""
      ReadINIStr ${VARIABLE} $R1 "default" "${NAME}"
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  SetShellVarContext all
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $INSTDIR == "$PROGRAMFILES64\HoTich"
    StrCpy $INSTDIR $0
  ${EndIf}
  ; An option ends where its first sign comes again: with the blank before it, an address keeps its slashes.
  ${GetParameters} $R0
  StrCpy $R0 " $R0"
  ${GetOptions} $R0 " /CONFIG=" $R1
  ${If} $R1 != ""
  ${AndIfNot} ${FileExists} $R1
    MessageBox MB_OK|MB_ICONSTOP "$(BAD_CONFIG) $R1" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ReadEnvStr $R2 "COMPUTERNAME"
  !insertmacro ReadSetting "server" $Server
  !insertmacro ReadSetting "code" $Code
  !insertmacro ReadSetting "night" $Night
FunctionEnd

; A program that runs holds its file open.
!macro WaitUntilClosed PREFIX
Function ${PREFIX}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\bin\hotich-desktop.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\bin\hotich-desktop.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Abort "$(IN_USE)"
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; What the first start of the desktop finds filled in. The code works once and for seven days.
Function WriteMachineFile
  CreateDirectory "$APPDATA\HoTich"
  ${If} $Server != ""
    WriteINIStr "$APPDATA\HoTich\machine.ini" "enrolment" "server" "$Server"
  ${EndIf}
  ${If} $Code != ""
    WriteINIStr "$APPDATA\HoTich\machine.ini" "enrolment" "code" "$Code"
  ${EndIf}
FunctionEnd

; Every night, and as soon as the PC is on again where it slept through: for whoever is signed in to Windows, whose
; own key store the register is bound to. What it says is in nightly.log beside the register.
!define PLACE "%LOCALAPPDATA%\hotich"
Function AddNightlyTask
  InitPluginsDir
  FileOpen $0 "$PLUGINSDIR\nightly.xml" w
  FileWriteUTF16LE /BOM $0 `<?xml version="1.0" encoding="UTF-16"?>$\r$\n`
  FileWriteUTF16LE $0 `<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">$\r$\n`
  FileWriteUTF16LE $0 `<RegistrationInfo><Description>Hộ tịch: nightly synchronisation and backup</Description></RegistrationInfo>$\r$\n`
  FileWriteUTF16LE $0 `<Triggers><CalendarTrigger><StartBoundary>2026-01-01T$Night:00</StartBoundary>`
  FileWriteUTF16LE $0 `<RandomDelay>PT2H</RandomDelay><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>$\r$\n`
  FileWriteUTF16LE $0 `<Principals><Principal id="clerk"><GroupId>S-1-5-32-545</GroupId><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>$\r$\n`
  FileWriteUTF16LE $0 `<Settings><MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>`
  FileWriteUTF16LE $0 `<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries><StartWhenAvailable>true</StartWhenAvailable><WakeToRun>true</WakeToRun>`
  FileWriteUTF16LE $0 `<RestartOnFailure><Interval>PT20M</Interval><Count>6</Count></RestartOnFailure><ExecutionTimeLimit>PT4H</ExecutionTimeLimit></Settings>$\r$\n`
  FileWriteUTF16LE $0 `<Actions Context="clerk"><Exec><Command>cmd.exe</Command><Arguments>/d /c `
  FileWriteUTF16LE $0 `"$INSTDIR\bin\hotich.exe" --register "${PLACE}\desk.hotich" nightly &gt;"${PLACE}\nightly.log" 2&gt;&amp;1 &lt;nul</Arguments></Exec></Actions>$\r$\n`
  FileWriteUTF16LE $0 `</Task>$\r$\n`
  FileClose $0
  nsExec::ExecToLog 'schtasks /Create /F /TN "${TASK}" /XML "$PLUGINSDIR\nightly.xml"'
  Pop $0
  DetailPrint "schtasks: $0"
FunctionEnd

Section "Hộ tịch"
  SetRegView 64
  SetShellVarContext all
  Call WaitUntilClosed
  ; What the version before had and this one has not must not stay.
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\share"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAMS}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\$(SHORTCUT).lnk" "$INSTDIR\bin\hotich-desktop.exe" "" "" 0 SW_SHOWNORMAL "" "$(SHORTCUT_HELP)"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "Hộ tịch"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\bin\hotich-desktop.exe"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  Call WriteMachineFile
  ${If} $Night != ""
    Call AddNightlyTask
  ${EndIf}
SectionEnd

Section "Uninstall"
  SetRegView 64
  SetShellVarContext all
  Call un.WaitUntilClosed
  nsExec::ExecToLog 'schtasks /Delete /F /TN "${TASK}"'
  Pop $0
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\share"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Hộ tịch.lnk"
  Delete "$SMPROGRAMS\Hộ tịch (civil status).lnk"
  Delete "$APPDATA\HoTich\machine.ini"
  RMDir "$APPDATA\HoTich"
  DeleteRegKey HKLM "${UNINSTALL_KEY}"
SectionEnd
