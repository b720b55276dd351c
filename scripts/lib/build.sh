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
  rm -rf "$root/functions/local/target/lib" # or libraries of other versions would stay
  if ! (cd "$root" && mvn -B -q -pl functions/local -am package -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip \
    -Dlambda.jars.skip) \
    >"$root/$build_log" 2>&1; then
    grep -E '^\[ERROR\]|BUILD' "$root/$build_log" | head -20 >&2
    echo "caffeine: the build failed; all of its output is in $root/$build_log" >&2
    exit 1
  fi
  train
  mv "$root/$build_stamp.begin" "$root/$build_stamp"
}

# What every start of the process has in common; classes come in the same order each time, or the AOT cache is not used.
java_command() {
  local classpath
  classpath=$(printf '%s:' "$root"/functions/local/target/lib/*.jar)
  java_command=("$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=error:stderr -cp "$classpath")
}

# Documents a sample, so that later starts find their classes loaded and linked: JEP 483, 514 and 515. They work without.
train() {
  local work sample
  work=$(mktemp -d)
  sample="$work/sample"
  mkdir -p "$sample"
  cp -R "$root/README.md" "$root/pom.xml" "$root/shared/docs/src/main" "$sample"
  java_command
  (
    unset CAFFEINE_DATABASE_URL AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_S3 CAFFEINE_MODELS_PROVIDER
    export CAFFEINE_CACHE_DIRECTORY="${CAFFEINE_CACHE_DIRECTORY:-$HOME/.caffeinecode/postgres/cache}"
    cd "$sample" && git init -q && git add . &&
      git -c user.name=sample -c user.email=sample@localhost -c commit.gpgsign=false commit -q -m sample &&
      "${java_command[@]}" -XX:AOTCacheOutput="$root/functions/local/target/caffeine.aot" \
        dev.caffeinecode.local.cli.Caffeine document "$sample" --data "$work/data" --out "$work/wiki"
  ) >>"$root/$build_log" 2>&1 || echo "caffeine: starts will be slower than they could be; $root/$build_log says why" >&2
  rm -rf "$work"
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
