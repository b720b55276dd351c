#!/usr/bin/env bash
# Sells things.
set -euo pipefail

readonly MAX_LINES=100
export SHOP_HOME=/srv/shop
counter=0

# Adds a line.
#   $1: what
add_line() {
  local line=$1
  echo "$line"
}

function total {
  helper() { :; }
  echo 0
}

add_line "$@"
