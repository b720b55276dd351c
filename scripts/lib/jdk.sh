# Finds a JDK 25 for the other scripts; the default java may be older. Sourced, not run.

# Prints the feature version of the JDK in a folder, such as 25; nothing when it holds none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to a JDK 25, or says what to install and ends the script with 1.
require_jdk_25() {
  local candidate on_path
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")/.." && pwd)
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* /usr/local/openjdk* /usr/local/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" = 25 ]; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  cat >&2 <<'TEXT'
caffeine: no JDK 25 found. Install one and start again, or set JAVA_HOME to it:
  any system      Eclipse Temurin 25 from adoptium.net
  Debian, Ubuntu  sudo apt-get install openjdk-25-jdk-headless   (where the release has it)
  macOS           brew install --cask temurin@25
  SDKMAN          sdk install java 25-tem
TEXT
  exit 1
}
