@echo off
rem Runs the Maven pinned in .mvn\maven.properties. The first run fetches it, later runs find it in the cache.
rem
rem   mvnw <arguments of mvn>    from any directory; without -f it builds the project it lies in
rem
rem JAVA_HOME        the JDK to run on (17 or later); without it, the java on the PATH
rem MAVEN_USER_HOME  the folder of the cache; without it, %USERPROFILE%\.m2
rem
rem mvnw does the same on Linux and macOS: a change to one is a change to both.
setlocal EnableExtensions DisableDelayedExpansion

set "MVNW_PROJECT=%~dp0."
set "MVNW_SETTINGS=%~dp0.mvn\maven.properties"
if not exist "%MVNW_SETTINGS%" (
  echo mvnw: "%MVNW_SETTINGS%" is missing. Restore it with: git checkout -- .mvn>&2
  exit /b 1
)
rem Sets MVNW_version, MVNW_sha512 and MVNW_dependencyPlugin.
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%MVNW_SETTINGS%") do set "MVNW_%%a=%%b"

rem The JDK, and what it knows about itself.
set "MVNW_JAVA=java.exe"
if defined JAVA_HOME set "MVNW_JAVA=%JAVA_HOME%\bin\java.exe"
set "MVNW_RELEASE=0"
set "MVNW_JDK="
set "MVNW_JVM=%TEMP%\mvnw-%RANDOM%%RANDOM%.txt"
"%MVNW_JAVA%" -XshowSettings:properties -version >"%MVNW_JVM%" 2>&1
for /f "usebackq tokens=1,* delims== " %%a in ("%MVNW_JVM%") do (
  if "%%a"=="java.specification.version" for /f "delims=." %%c in ("%%b") do set "MVNW_RELEASE=%%c"
  if "%%a"=="java.home" set "MVNW_JDK=%%b"
)
del "%MVNW_JVM%"
if not defined MVNW_JDK (
  echo mvnw: "%MVNW_JAVA%" does not run.>&2
  echo   Install a JDK 17 or later, or point JAVA_HOME to one.>&2
  exit /b 1
)
if %MVNW_RELEASE% lss 17 (
  echo mvnw: "%MVNW_JDK%" is Java %MVNW_RELEASE%; Quipu is built with 17 or later.>&2
  echo   Install a JDK 17 or later and point JAVA_HOME to it.>&2
  exit /b 1
)
if not exist "%MVNW_JDK%\bin\javac.exe" (
  echo mvnw: "%MVNW_JDK%" is a Java runtime without the compiler, bin\javac.exe.>&2
  echo   Install a JDK 17 or later and point JAVA_HOME to it.>&2
  exit /b 1
)

rem The checksum is part of the path, so that a new pin never meets an old unpacked Maven.
set "MVNW_HOME=%USERPROFILE%\.m2"
if defined MAVEN_USER_HOME set "MVNW_HOME=%MAVEN_USER_HOME%"
set "MVNW_NAME=apache-maven-%MVNW_version%"
set "MVNW_CACHE=%MVNW_HOME%\wrapper\dists\%MVNW_NAME%-bin\%MVNW_sha512:~0,12%"
set "MVNW_MAVEN=%MVNW_CACHE%\%MVNW_NAME%"
if not exist "%MVNW_MAVEN%\bin\mvn.cmd" call :install || exit /b 1

:arguments
if "%~1"=="" goto here
if "%~1"=="-f" goto there
if "%~1"=="--file" goto there
shift
goto arguments

rem No "call" before mvn.cmd: it would change carets and percent signs in the arguments.
:here
"%MVNW_MAVEN%\bin\mvn.cmd" -f "%MVNW_PROJECT%" %*
:there
"%MVNW_MAVEN%\bin\mvn.cmd" %*

rem Unpacks beside the final place and moves: a run that breaks off, or another one at the same time, does no harm.
:install
set "MVNW_WORK=%MVNW_CACHE%\new.%RANDOM%%RANDOM%"
set "MVNW_ZIP=%MVNW_WORK%\%MVNW_NAME%-bin.zip"
mkdir "%MVNW_WORK%"
if errorlevel 1 (
  echo mvnw: cannot write to "%MVNW_CACHE%".>&2
  echo   Make it writable, or set MAVEN_USER_HOME to a folder that is.>&2
  exit /b 1
)
call :fetch && call :unpack
set "MVNW_RESULT=%ERRORLEVEL%"
rmdir /s /q "%MVNW_WORK%"
exit /b %MVNW_RESULT%

rem Writes the distribution to MVNW_ZIP: through the installed mvn, which knows the user's mirrors and proxies, else from Apache.
:fetch
where mvn.cmd >nul 2>&1
if errorlevel 1 goto download
echo mvnw: fetching Apache Maven %MVNW_version% (9 MB, once) through the installed mvn>&2
pushd "%MVNW_WORK%"
call mvn.cmd -B -q "org.apache.maven.plugins:maven-dependency-plugin:%MVNW_dependencyPlugin%:copy" "-Dartifact=org.apache.maven:apache-maven:%MVNW_version%:zip:bin" "-DoutputDirectory=%MVNW_WORK%" -Dmdep.useBaseVersion=true >&2
popd
if exist "%MVNW_ZIP%" exit /b 0
echo mvnw: the installed mvn did not deliver it, for the reason above>&2
:download
set "MVNW_URL=https://archive.apache.org/dist/maven/maven-3/%MVNW_version%/binaries/%MVNW_NAME%-bin.zip"
echo mvnw: fetching %MVNW_URL% (9 MB, once)>&2
powershell -NoProfile -NonInteractive -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; Invoke-WebRequest -UseBasicParsing -Uri $env:MVNW_URL -OutFile $env:MVNW_ZIP"
if not errorlevel 1 if exist "%MVNW_ZIP%" exit /b 0
echo mvnw: Apache Maven %MVNW_version% is not in the cache and was not downloaded.>&2
echo   Check the network and its proxy, or install any Maven that reaches your mirror,>&2
echo   or copy "%MVNW_MAVEN%" from a machine that has it; then run again.>&2
exit /b 1

:unpack
powershell -NoProfile -NonInteractive -Command "if ((Get-FileHash -Algorithm SHA512 -LiteralPath $env:MVNW_ZIP).Hash -ne $env:MVNW_sha512) { exit 1 }"
if errorlevel 1 (
  echo mvnw: the download of Apache Maven %MVNW_version% does not have the SHA-512 pinned in "%MVNW_SETTINGS%" and was thrown away.>&2
  echo   Delete org\apache\maven\apache-maven\%MVNW_version% from your local Maven repository, usually "%MVNW_HOME%\repository",>&2
  echo   and run again. If it stays so, ask who runs your mirror or proxy.>&2
  exit /b 1
)
pushd "%MVNW_WORK%"
"%MVNW_JDK%\bin\jar.exe" xf "%MVNW_ZIP%"
popd
move "%MVNW_WORK%\%MVNW_NAME%" "%MVNW_CACHE%" >nul 2>&1
if exist "%MVNW_MAVEN%\bin\mvn.cmd" exit /b 0
echo mvnw: "%MVNW_MAVEN%" is incomplete.>&2
echo   Delete it, make room on its disk and run again.>&2
exit /b 1
