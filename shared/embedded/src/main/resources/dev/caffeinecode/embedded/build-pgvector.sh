#!/usr/bin/env bash
# Builds pgvector for PostgreSQL 17 from the distribution's signed source package, without root.
# Why not its binary package: that of Debian 13 wants a newer glibc than Debian 12 has. Linked without the standard
# libraries, as here, it loads wherever the server does.
set -euo pipefail

if [ "${1:-}" = --help ] || [ $# -ne 1 ]; then
  cat <<'USAGE'
Usage: build-pgvector.sh DIRECTORY
Puts vector.so, vector.control and vector--*.sql into DIRECTORY.
Needs apt, dpkg-dev and gcc, and reads the mirror's address from this machine's own apt sources.
USAGE
  [ "${1:-}" = --help ] && exit 0 || exit 2
fi

out=$(realpath "$1")
for tool in apt-get dpkg-source dpkg-deb gcc; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/lists/partial "$work"/cache/archives/partial
cd "$work"

# This machine's release, and the archive it is installed from: the main component of the release itself, not of its
# updates. apt reads its own configuration, in whichever of its two formats, also before its first update.
codename=$(. /etc/os-release && echo "${UBUNTU_CODENAME:-${VERSION_CODENAME:-}}")
mirror=$(apt-get indextargets --no-release-info --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' \
  'Created-By: Packages' |
  awk -v codename="$codename" '$1 == codename && $2 == "main" && !found++ { print $3 }')
[ -n "$mirror" ] || { echo "no apt source of release '$codename' with component main" >&2; exit 1; }

# Debian 13 has the package for PostgreSQL 17; any other release is tried as it is.
suites=$codename
keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg
components='main universe'
if (. /etc/os-release && [ "$ID" = debian ]); then
  suites="trixie $codename"
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  components=main
fi
signed=
[ ! -e "$keyring" ] || signed="[signed-by=$keyring]"

apt=(apt-get -q
  -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root
  -o Acquire::Languages=none -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)

fetch() { # SUITE: the sources of pgvector and the headers of the server
  printf '%s %s %s %s %s\n' deb "$signed" "$mirror" "$1" "$components" > sources.list
  printf '%s %s %s %s %s\n' deb-src "$signed" "$mirror" "$1" "$components" >> sources.list
  rm -f pgvector_* postgresql-server-dev-*
  "${apt[@]}" update &&
    "${apt[@]}" source --download-only pgvector &&
    "${apt[@]}" download postgresql-server-dev-17
}

fetched=
for suite in $suites; do
  if fetch "$suite"; then
    fetched=$suite
    break
  fi
done
[ -n "$fetched" ] || { echo "no release of: $suites has pgvector and postgresql-server-dev-17" >&2; exit 1; }

dpkg-source -x pgvector_*.dsc src
dpkg-deb -x postgresql-server-dev-17_*.deb dev
version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" src/vector.control)

# The flags of PostgreSQL's and pgvector's own makefiles; no -march, so that a copied cache runs elsewhere too.
for source in src/src/*.c; do
  gcc -std=gnu99 -O2 -fPIC -fvisibility=hidden -fwrapv -fno-strict-aliasing -fexcess-precision=standard \
    -ftree-vectorize -fassociative-math -fno-signed-zeros -fno-trapping-math -D_GNU_SOURCE \
    -Isrc/src -Idev/usr/include/postgresql/17/server -c "$source" -o "$(basename "$source" .c).o"
done
gcc -shared -nostdlib -Wl,-O1 -s -o "$out/vector.so" ./*.o -lgcc

cp src/sql/vector--*.sql "$out/"
cp src/sql/vector.sql "$out/vector--$version.sql"
cp src/vector.control "$out/"
echo "pgvector $version of $fetched in $out"
