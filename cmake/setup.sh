# Sets a machine up: Debian packages, Dear ImGui's source, a configured and built tree. Sourced by kiosk/run and tests/run.
# Leaves the system's package lists and configuration alone: apt works on lists of its own below build/apt.
# Everything can be interrupted and started again: files appear by rename, finished steps leave a stamp.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/build/setup

# What building and running need.
packages_run=(
  build-essential cmake ninja-build pkg-config
  libgl-dev libglfw3-dev libfreetype-dev libfontconfig-dev libicu-dev libsqlite3-dev libsqlitecpp-dev libstb-dev
  libqrencode-dev libsodium-dev libspdlog-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libvips-dev libzip-dev libexpat1-dev
  libgl1-mesa-dri fonts-noto-cjk fonts-lxgw-wenkai fonts-hanazono fonts-babelstone-han
  xvfb xauth)
# What the tests need on top.
packages_test=(doctest-dev libxtst-dev xdotool x11-utils zbar-tools dbus fcitx5 fcitx5-pinyin)

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# apt with lists and caches of its own; further arguments as for apt-get.
private_apt() {
  local sources=$1; shift
  mkdir -p "$cache/apt/$sources/lists/partial" "$cache/apt/$sources/cache/archives/partial"
  local options=(
    -o "Dir::State::lists=$cache/apt/$sources/lists" -o "Dir::Cache=$cache/apt/$sources/cache"
    -o APT::Sandbox::User=root -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3
    -o APT::Update::Post-Invoke::= -o APT::Update::Post-Invoke-Success::=)
  if [ "$sources" != system ]; then
    options+=(-o "Dir::Etc::sourcelist=$cache/apt/$sources.sources" -o Dir::Etc::sourceparts=-)
  fi
  apt-get "${options[@]}" "$@"
}

# install_packages NAME…: installs those that are missing, and says which.
install_packages() {
  missing=()
  local package
  for package in "$@"; do installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} = 0 ] && return 0
  command -v apt-get >/dev/null || fail "This is made for Debian 12: apt-get is not here. Install these yourself: ${missing[*]}"
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    fail "Installing packages needs root: run this as root, or install sudo. Missing: ${missing[*]}"
  say "Installing from Debian: ${missing[*]}"
  mkdir -p "$cache/apt"   # ours, before root makes folders below it
  export DEBIAN_FRONTEND=noninteractive
  {
    [ -z "$(dpkg --audit)" ] || as_root dpkg --configure -a
    as_root bash -c "$(declare -f private_apt); cache=$(printf %q "$cache"); export DEBIAN_FRONTEND=noninteractive
      private_apt system update && private_apt system install -y --no-install-recommends ${missing[*]}"
  } >"$cache/apt.log" 2>&1 || { tail -n 15 "$cache/apt.log" >&2; fail "Installing failed; the whole report is $cache/apt.log. Check the network and the disk, then start again."; }
  rm -rf "$cache/apt/system" 2>/dev/null || as_root rm -rf "$cache/apt/system"   # root's files would be in the way of rm -rf build
}

# A deb-src entry of the suite `unstable`, made from the machine's own Debian entry.
write_unstable_sources() {
  local codename file line uri='' signed='' out=$1
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] || continue
    uri=$(awk -v RS= -v want="$codename" '
      { u = ""; s = ""; k = ""; n = split($0, l, "\n")
        for (i = 1; i <= n; i++) {
          if (l[i] ~ /^URIs:/) { split(l[i], f, /[ \t]+/); u = f[2] }
          if (l[i] ~ /^Suites:/) s = l[i]
          if (l[i] ~ /^Signed-By:/) { sub(/^Signed-By:[ \t]*/, "", l[i]); k = l[i] } }
        if (s ~ ("[ \t]" want "([ \t]|$)") && u ~ /debian/) { print u "\t" k; exit } }' "$file")
    [ -n "$uri" ] && break
  done
  if [ -z "$uri" ] && [ -e /etc/apt/sources.list ]; then
    line=$(grep -E "^deb +(\[[^]]*\] +)?[^ ]*debian[^ ]* +$codename +" /etc/apt/sources.list | head -n 1)
    signed=$(sed -nE 's/.*signed-by=([^] ,]+).*/\1/p' <<<"$line")
    uri=$(sed -E 's/^deb +(\[[^]]*\] +)?([^ ]+) .*/\2/' <<<"$line")$'\t'$signed
  fi
  [ -n "${uri%%$'\t'*}" ] || return 1
  signed=${uri#*$'\t'}
  { printf 'Types: deb-src\nURIs: %s\nSuites: unstable\nComponents: main\n' "${uri%%$'\t'*}"
    [ -z "$signed" ] || printf 'Signed-By: %s\n' "$signed"; } >"$out"
}

imgui_version() { sed -nE 's/^#define +IMGUI_VERSION_NUM +([0-9]+).*/\1/p' "$1/imgui.h" 2>/dev/null; }

usable_imgui() {
  local version; version=$(imgui_version "$1")
  [ -n "$version" ] && [ "$version" -ge 19200 ] && [ "$version" -lt 20000 ]
}

# Dear ImGui 1.92 or later in $imgui_dir: its public release, else Debian's newer source package.
fetch_imgui() {
  imgui_dir=$cache/imgui
  usable_imgui "$imgui_dir" && return 0
  local work=$cache/imgui.part archive
  rm -rf "$work" "$imgui_dir"; mkdir -p "$work/source"
  if cmake -DOUT="$work/imgui.tar.gz" -P "$root/cmake/imgui_source.cmake" >"$cache/imgui.log" 2>&1; then
    say "Dear ImGui: its public release"
    archive=$work/imgui.tar.gz
  else
    say "Dear ImGui: its public release cannot be reached, taking Debian's newer source package"
    { mkdir -p "$cache/apt"; write_unstable_sources "$cache/apt/unstable.sources" &&
      private_apt unstable update &&
      (cd "$work" && private_apt unstable source --download-only imgui); } >>"$cache/imgui.log" 2>&1 ||
      { tail -n 15 "$cache/imgui.log" >&2; fail "Dear ImGui could not be had from its public release nor from Debian; the report is $cache/imgui.log. Check the network, then start again."; }
    archive=$(ls "$work"/imgui_*.orig.tar.* | head -n 1)
  fi
  tar -xf "$archive" -C "$work/source" --strip-components=1 || fail "$archive cannot be unpacked. Delete $cache and start again."
  usable_imgui "$work/source" || fail "Dear ImGui in $archive is version $(imgui_version "$work/source"); 1.92 or a later 1.x is needed."
  mv "$work/source" "$imgui_dir"
  rm -rf "$work" "$cache/apt/unstable"
}

# set_up PRESET PACKAGE…: packages, source, configured tree. Quick when nothing has changed since the last time.
set_up() {
  local preset=$1; shift
  local stamp=$cache/$preset.stamp want
  want=$(printf '%s\n' "$@" "$preset" | cat - "$root/cmake/setup.sh" "$root/CMakePresets.json" | sha256sum)
  imgui_dir=$cache/imgui
  if [ "$(cat "$stamp" 2>/dev/null || true)" = "$want" ] && [ -e "$root/build/$preset/build.ninja" ] && usable_imgui "$imgui_dir"; then
    return 0
  fi
  install_packages "$@"
  mkdir -p "$cache"
  fetch_imgui
  local launcher=()
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
  # In a folder of its own: the caller's options may name files relative to where they stand.
  (cd "$root" && cmake --preset "$preset" "-DFETCHCONTENT_SOURCE_DIR_IMGUI=$imgui_dir" "${launcher[@]}") >"$cache/configure-$preset.log" 2>&1 ||
    { tail -n 30 "$cache/configure-$preset.log" >&2; fail "Configuring failed; the report is $cache/configure-$preset.log."; }
  printf '%s\n' "$want" >"$stamp.new" && mv "$stamp.new" "$stamp"
}

# build PRESET [TARGET…]: quiet when there is nothing to do.
build() {
  local preset=$1; shift
  ninja -C "$root/build/$preset" -n "$@" 2>/dev/null | grep -q 'no work to do' && return 0
  say "Building ($preset) …"
  ninja -C "$root/build/$preset" "$@" >"$cache/build-$preset.log" 2>&1 ||
    { grep -E 'error|FAILED' -A 3 "$cache/build-$preset.log" | head -n 40 >&2; fail "The build failed; the report is $cache/build-$preset.log."; }
}
