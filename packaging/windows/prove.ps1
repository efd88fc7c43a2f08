# Installs the installer on this Windows, does the main job, opens the window, and uninstalls; ends with 1 at a fault.
param([Parameter(Mandatory)] [string] $Made, [Parameter(Mandatory)] [string] $Reference)
$ErrorActionPreference = 'Stop'
$script:faults = 0

function Hold([string] $statement, [bool] $holds) {
    Write-Output ("{0} {1}" -f $(if ($holds) { 'ok  ' } else { $script:faults++; 'FAIL' }), $statement)
}

function Invoke-Setup([string] $file) {
    (Start-Process -FilePath $file -ArgumentList '/S' -Wait -PassThru).ExitCode
}

$setup = (Get-ChildItem "$Made/*-setup.exe").FullName
$program = "$env:LOCALAPPDATA\Programs\nianbao"
$papers = Join-Path $env:TEMP '年报 资料'
Hold 'installs for one user' ((Invoke-Setup $setup) -eq 0)

New-Item -ItemType Directory -Force $papers | Out-Null
Copy-Item "$program\app\resources\samples\示例.xxgk" "$papers\本单位.xxgk"
$python = "$program\runtime\python.exe"
$main = "$program\app\main.py"
& $python -E -s -B $main export "$papers\本单位.xxgk" --to "$papers\导出" --formats pdf,docx,xlsx,html,signoff,remarks,charts,fragment,correction
Hold 'exports everything' ($LASTEXITCODE -eq 0)
foreach ($file in Get-ChildItem $Reference) {
    $same = (Get-FileHash $file).Hash -eq (Get-FileHash "$papers\导出\$($file.Name)").Hash
    Hold "$($file.Name) is byte for byte that of the source tree" $same
}

$window = Start-Process -FilePath "$program\年报助手.exe" -ArgumentList "`"$papers\本单位.xxgk`"" -PassThru
$opened = $false
foreach ($second in 1..60) {
    Start-Sleep -Seconds 1
    $window.Refresh()
    if ($window.MainWindowTitle -like '*年报助手*') { $opened = $true; break }
}
Hold 'the window opens, as one program' $opened
Hold 'an installer meets the open window and asks to close it' ((Invoke-Setup $setup) -eq 4)
$window.CloseMainWindow() | Out-Null
Hold 'the window closes' ($window.WaitForExit(30000))

Hold 'installs over itself' ((Invoke-Setup $setup) -eq 0)
Invoke-Setup "$program\卸载.exe" | Out-Null
foreach ($second in 1..60) { if (-not (Test-Path $program)) { break }; Start-Sleep -Seconds 1 }
Hold 'uninstalls without a trace' (-not (Test-Path $program))
Hold 'the report is still there' (Test-Path "$papers\本单位.xxgk")
exit [int]($script:faults -gt 0)
