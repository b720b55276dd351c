#!/usr/bin/env bash
source ./lib/common.sh
. "$(dirname "$0")/lib/cart.sh"
source "${BASH_SOURCE%/*}/lib/money.sh"
. "$LIB_DIR/taxes.sh"
. "$ROOT/${LIB:-lib}/plugins.sh"
source "$plugin"

readonly MAX_LINES=$DEFAULT_LINES
export API_URL="https://$API_HOST/orders"

price() {
    local line=$1 price
    price=$(lookup "$line" | head -n 1)
    echo "$price"
}

total() {
    local -i sum=0
    for line in "$@"; do
        sum=$((sum + $(price "$line") + SHIPPING))
    done
    if [[ -n "$DEBUG" ]] && is_open "$1"; then
        log::info "sum is $sum of ${MAX_LINES} ${countries[0]} $HOME"
    fi
    while read -r name; do
        notify "$name"
    done < <(list_clerks)
    CURRENT_ORDER=$1
    return "$EXIT_OK"
}

deploy() {
    bash scripts/deploy.sh --fast "$API_URL"
    ./bin/run.sh
    "$ROOT/tools/check.sh" all
    sudo -E ./install.sh
    python3 tools/report.py
    bash -c "echo hi"
    trap 'cleanup' EXIT
    trap - ERR
    command -v git
    cat <<EOT
Deployed $CURRENT_ORDER by $(who_am_i)
EOT
    case "$1" in
        open) open_shop ;;
    esac
    ! is_closed || exec env SHOP=1 start_shop
}

total "$@"
