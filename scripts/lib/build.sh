# Builds the local process when something changed since the last build. Sourced, not run; needs JAVA_HOME and $root.

build_stamp="functions/local/target/build.stamp"
build_log="functions/local/target/build.log"

# What goes into the build.
build_inputs() {
  (cd "$root" && find pom.xml template.yaml .mvn shared functions \( -name target -o -name test -o -name .build.lock \) -prune \
    -o -type f "$@" -print 2>/dev/null)
}

# The stamp is as old as the last build and lists what went into it, so that a removed file counts as a change too.
needs_build() {
  [ -e "$root/$build_stamp" ] || return 0
  [ -n "$(build_inputs -newer "$root/$build_stamp" | head -n 1)" ] || [ "$(build_inputs | sort)" != "$(cat "$root/$build_stamp")" ]
}

require_command() {
  command -v "$1" >/dev/null 2>&1 && return 0
  echo "caffeine: $1 is missing; install it ($2) and start again" >&2
  exit 1
}

build() {
  require_command mvn "Debian, Ubuntu: apt-get install maven; macOS: brew install maven"
  require_command git "Debian, Ubuntu: apt-get install git; macOS: brew install git"
  echo "caffeine: building; this happens once, and again after a change of the code" >&2
  mkdir -p "$root/functions/local/target"
  build_inputs | sort >"$root/$build_stamp.begin"
  if ! (cd "$root" && mvn -B -q -pl functions/local -am package -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip \
    -Dlambda.jars.skip) \
    >"$root/$build_log" 2>&1; then
    grep -E '^\[ERROR\]|BUILD' "$root/$build_log" | head -20 >&2
    echo "caffeine: the build failed; all of its output is in $root/$build_log" >&2
    exit 1
  fi
  mv "$root/$build_stamp.begin" "$root/$build_stamp"
}

# One build at a time; a lock whose owner has died is taken over.
build_if_needed() {
  needs_build || return 0
  local lock="$root/functions/local/.build.lock" owner
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 1
    fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  if needs_build; then build; fi
  rm -rf "$lock"
  trap - EXIT
}
