#!/usr/bin/env bash
# Build, test, publish and run Xemelios Next. `./run.sh aide` lists what it can do.
set -euo pipefail

racine=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
configuration=Release
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
export MSBUILDDISABLENODEREUSE=1

aide() {
  cat <<'TEXTE'
./run.sh                  sert le dossier de données (XEMELIOS_DONNEES, sinon ./donnees) sur http://127.0.0.1:5080
./run.sh demo             importe data-samples dans ./donnees-demo et sert le résultat
./run.sh test             construit et lance tous les tests
./run.sh publier          construit artifacts/xemelios (et artifacts/xemelios-autonome si c'est possible ici)
./run.sh bench BANC …     mesure : import, petits, requetes, croissance, web, charge, controles, totaux, boucles, recherche ; readme refait la table du README
./run.sh xemelios ARGS…   la ligne de commande
TEXTE
}

# Every message goes to stderr: the standard output belongs to the command line.
dire() { printf '%s\n' "$*" >&2; }

echouer() { dire "$*"; exit 1; }

exiger() { command -v "$1" >/dev/null || echouer "$1 est introuvable : installez $2."; }

preparer() {
  exiger dotnet "le SDK .NET 10"
  exiger npm "Node.js 20 ou plus récent"
  local verrou="$racine/src/package-lock.json" temoin="$racine/src/node_modules/.package-lock.empreinte"
  if ! [ -f "$temoin" ] || ! cmp -s "$verrou" "$temoin"; then
    (cd "$racine/src" && npm ci >&2)
    cp "$verrou" "$temoin"
  fi
}

construire() {
  preparer
  dotnet build "$racine/$1" -c "$configuration" --verbosity quiet >&2
}

# The command line is built anew only when a source is newer than it.
xemelios() {
  local executable="$racine/src/Xemelios.Cli/bin/$configuration/net10.0/xemelios"
  if ! [ -x "$executable" ] || [ -n "$(sources_plus_recentes "$executable")" ]; then
    construire src/Xemelios.Cli
    touch "$executable"
  fi
  "$executable" "$@"
}

sources_plus_recentes() {
  find "$racine/src" "$racine"/Directory.*.props "$racine/global.json" "$racine/run.sh" \
    \( -name node_modules -o -name bin -o -name obj \) -prune -o -type f -newer "$1" -print -quit
}

servir() { xemelios servir "$@" --port "${XEMELIOS_PORT:-5080}"; }

demo() {
  local donnees="$racine/donnees-demo" code=0
  [ -d "$racine/data-samples" ] || echouer "data-samples est introuvable."
  rm -rf "$donnees"
  # cas/ holds conformance cases that share SIRET and file names: each is for a folder of its own.
  xemelios importer "$racine/data-samples/commune" "$racine/data-samples/hopital" --donnees "$donnees" || code=$?
  # 5: done, with anomalies to look at; the samples hold some on purpose. 10: some file was refused, which the report shows.
  case $code in 0 | 5 | 10) ;; *) echouer "L'import des exemples a échoué (code $code)." ;; esac
  dire "Démonstration : http://127.0.0.1:${XEMELIOS_PORT:-5080}"
  dire "Un compte par profil, sans mot de passe : elle n'écoute que sur 127.0.0.1."
  servir --donnees "$donnees" --demo
}

# What the tests drive besides .NET: a browser, the text of PDF files, a PostgreSQL server, the two proxies of the README, fonts for
# legible pictures.
installer_outils() {
  local manquants=()
  [ -x "${XEMELIOS_CHROMIUM:-}" ] || command -v chromium >/dev/null || manquants+=(chromium)
  # Debian keeps the browser's own words (« Choisir un fichier », dates) apart: without them the pictures are half in English.
  [ -x "${XEMELIOS_CHROMIUM:-}" ] || [ -f /usr/lib/chromium/locales/fr.pak ] || manquants+=(chromium-l10n)
  command -v pdftotext >/dev/null || manquants+=(poppler-utils)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || manquants+=(postgresql)
  [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || manquants+=(nginx)
  [ -x /usr/sbin/apache2 ] || manquants+=(apache2-bin)
  [ -d /usr/share/fonts/truetype/liberation ] || manquants+=(fonts-liberation)
  [ ${#manquants[@]} -eq 0 ] && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    dire "Installation de ${manquants[*]}"
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${manquants[@]}" >&2
  else
    echouer "Il manque pour les tests : ${manquants[*]}. Installez-les : sudo apt-get install ${manquants[*]}"
  fi
}

compter() { { grep -hoE "\b$1=\"[0-9]+\"" "${@:2}" 2>/dev/null || true; } | { grep -oE '[0-9]+' || true; } | awk '{ n += $1 } END { print n + 0 }'; }

tester() {
  installer_outils
  preparer
  local resultats="$racine/artifacts/tests" projet nom reussis echoues sans_test=0 code=0
  rm -rf "$resultats"
  mkdir -p "$resultats"
  if ! dotnet build "$racine/Xemelios.Next.sln" -c "$configuration" --verbosity quiet; then
    echo "0 passed, 1 failed"
    return 1
  fi
  for projet in "$racine"/tests/*.Tests/*.csproj; do
    nom=$(basename "$projet" .csproj)
    echo "== $nom"
    dotnet test "$projet" -c "$configuration" --no-build --logger "trx;LogFileName=$nom.trx" --results-directory "$resultats" || code=1
    # A project without a result or without a test has not been tested.
    if [ "$(compter executed "$resultats/$nom.trx")" -eq 0 ]; then
      dire "$nom n'a exécuté aucun test."
      sans_test=$((sans_test + 1))
    fi
  done
  reussis=$(compter passed "$resultats"/*.trx)
  echoues=$(($(compter failed "$resultats"/*.trx) + sans_test))
  # A run that broke without naming a test has failed too.
  if [ "$code" -ne 0 ] && [ "$echoues" -eq 0 ]; then echoues=1; fi
  echo
  echo "$reussis passed, $echoues failed"
  [ "$echoues" -eq 0 ]
}

# Another runtime identifier would overwrite the lock files and the build: it has its own, in a folder named after the publication.
publier_pour() {
  local nom=$1 sortie="$racine/artifacts"
  shift
  rm -rf "${sortie:?}/$nom"
  mkdir -p "$sortie"
  dotnet publish "$racine/src/Xemelios.Cli" -c "$configuration" -o "$sortie/$nom" "$@" \
    -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -p:NuGetLockFilePath="obj/$nom.lock.json" \
    -p:RestoreLockedMode=false -p:ArtifactsPath="$sortie/construction/$nom" --verbosity quiet >"$sortie/$nom.log" 2>&1
}

# Code compiled ahead of time halves the cold start. Its compiler is a package that not every machine can restore.
publier_xemelios() {
  preparer
  if publier_pour xemelios --no-self-contained -p:PublishReadyToRun=true; then
    dire "Publié : artifacts/xemelios/xemelios (demande le runtime ASP.NET Core 10)"
  else
    rm -rf "$racine/artifacts/xemelios"
    dotnet publish "$racine/src/Xemelios.Cli" -c "$configuration" --no-self-contained -o "$racine/artifacts/xemelios" --verbosity quiet >&2
    dire "Publié : artifacts/xemelios/xemelios, sans code compilé d'avance (voir artifacts/xemelios.log ; demande le runtime ASP.NET Core 10)"
  fi
}

# With the runtime compiled in one piece with the program, the framework's generics over our types need no compilation at run time.
publier_autonome() {
  preparer
  if publier_pour xemelios-autonome --self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true; then
    dire "Publié : artifacts/xemelios-autonome/xemelios (sans rien à installer)"
  elif publier_pour xemelios-autonome --self-contained; then
    dire "Publié : artifacts/xemelios-autonome/xemelios (sans rien à installer), sans code compilé d'avance : son compilateur ne se restaure pas ici"
  else
    rm -rf "$racine/artifacts/xemelios-autonome"
    dire "La version autonome n'est pas disponible ici : ses paquets ne se restaurent pas (voir artifacts/xemelios-autonome.log)."
  fi
}

publier() {
  publier_xemelios
  publier_autonome
}

# Publishes anew, by the function that is named, only when a source is newer than the program; fails where that publication cannot be had.
publication_a_jour() {
  local programme="$racine/artifacts/$1/xemelios"
  if [ -x "$programme" ] && [ -z "$(sources_plus_recentes "$programme")" ]; then return; fi
  "$2"
  [ -x "$programme" ] && touch "$programme"
}

# What is measured is the published program: the one that brings its runtime, else the one that finds it here.
bench() {
  local mesures="$racine/tests/Xemelios.Benchmarks"
  case ${1:-} in
    import | petits | requetes | croissance | web)
      publication_a_jour xemelios-autonome publier_autonome || publication_a_jour xemelios publier_xemelios
      [ "$1" != import ] || command -v xmllint >/dev/null || dire "Sans xmllint (paquet libxml2-utils), l'import n'est rapporté qu'aux autres repères."
      [ -x /usr/bin/time ] || dire "Sans /usr/bin/time (paquet time), ni mémoire ni temps de processeur ne sont mesurés."
      ;;
  esac
  construire tests/Xemelios.Benchmarks
  "$mesures/bin/$configuration/net10.0/Xemelios.Benchmarks" "$@"
}

case ${1:-} in
  '') servir --donnees "${XEMELIOS_DONNEES:-$racine/donnees}" ;;
  demo) demo ;;
  test) tester ;;
  publier) publier ;;
  bench) shift; bench "$@" ;;
  xemelios) shift; xemelios "$@" ;;
  aide | -h | --help) aide ;;
  *) aide >&2; exit 25 ;;
esac
