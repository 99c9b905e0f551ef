@echo off
rem Starts Neurarium: finds a JDK 25, builds what is missing or older than its sources, runs.
setlocal EnableExtensions DisableDelayedExpansion

set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "TARGET=%ROOT%\app\target"
set "PROGRAM=%TARGET%\neurarium-app.jar"
set "CACHE=%TARGET%\neurarium.aot"
set "MAIN=org.neurarium.app/org.neurarium.app.start.Main"

rem --- a JDK 25; its release file says so without starting it
set "JAVA_EXE="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in (
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Microsoft\*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\BellSoft\*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
  "%USERPROFILE%\.jdks\*"
  "%USERPROFILE%\.gradle\jdks\*"
  "%USERPROFILE%\.sdkman\candidates\java\*"
  "%USERPROFILE%\scoop\apps\*jdk*"
) do (
  call :try "%%~d"
  call :try "%%~d\current"
)
if not defined JAVA_EXE (
  echo Neurarium needs a JDK 25: install one ^(for example Temurin 25^), or point JAVA_HOME at it, and run again. 1>&2
  exit /b 1
)

rem --- build when there is no program yet, or when a source is newer than it
set "STALE="
if not exist "%PROGRAM%" set "STALE=for the first time"
if not exist "%TARGET%\lib" set "STALE=for the first time"
if defined STALE goto build
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:PROGRAM).LastWriteTime; $sources = Get-ChildItem -Path \"$env:ROOT\pom.xml\", \"$env:ROOT\*\pom.xml\", \"$env:ROOT\*\*\pom.xml\", \"$env:ROOT\*\src\main\", \"$env:ROOT\*\*\src\main\", \"$env:ROOT\simulation\benchmarks\*\circuit.json\", \"$env:ROOT\simulation\benchmarks\*\models\" -Recurse -ErrorAction SilentlyContinue; if ($sources | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto rehearse
set "STALE=again, its sources have changed"

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo Neurarium has to be built %STALE%, and Maven was not found: install Maven 3.8 or newer and run again. 1>&2
  exit /b 1
)
echo Building Neurarium %STALE% ... 1>&2
pushd "%ROOT%"
call mvn -B -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dmaven.test.skip=true package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  echo Neurarium could not be built: the lines above say why. 1>&2
  exit /b 1
)
if exist "%CACHE%" del "%CACHE%"

:rehearse
set OPTIONS=-Xlog:disable -Xlog:all=error:stderr -XX:MaxRAMPercentage=70 -XX:LoopUnrollLimit=300 -Djava.awt.headless=true ^
  --enable-native-access=javafx.graphics ^
  --add-exports=javafx.base/com.sun.javafx.event=org.controlsfx.controls ^
  --add-exports=javafx.controls/com.sun.javafx.scene.control=org.controlsfx.controls ^
  --add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=org.controlsfx.controls ^
  --add-opens=javafx.controls/javafx.scene.control.skin=org.controlsfx.controls ^
  --add-opens=javafx.graphics/javafx.scene=org.controlsfx.controls ^
  --module-path "%PROGRAM%;%TARGET%\lib"
rem A rehearsal after each build leaves an ahead-of-time cache; an empty one marks a rehearsal that failed.
if exist "%CACHE%" goto run
echo Preparing faster starts ... 1>&2
"%JAVA_EXE%" -XX:AOTCacheOutput="%CACHE%" -Dglass.platform=Headless -Dprism.order=sw %OPTIONS% --module %MAIN% rehearse >nul 2>nul
if not exist "%CACHE%" type nul > "%CACHE%"

:run
set "AOT="
for %%c in ("%CACHE%") do if %%~zc gtr 0 set AOT=-XX:AOTCache="%CACHE%"
"%JAVA_EXE%" %AOT% %OPTIONS% --module %MAIN% %*
exit /b %ERRORLEVEL%

:try
if defined JAVA_EXE exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul && set "JAVA_EXE=%~1\bin\java.exe"
exit /b 0
