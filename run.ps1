# Build, test, publish and run Xemelios Next on Windows (win-x64). `.\run.ps1 aide` lists what it can do.
$ErrorActionPreference = 'Stop'
$racine = $PSScriptRoot
$configuration = 'Release'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
$env:MSBUILDDISABLENODEREUSE = '1'

function Show-Aide {
  @'
.\run.ps1                  sert le dossier de données (XEMELIOS_DONNEES, sinon .\donnees) sur http://127.0.0.1:5080
.\run.ps1 demo             importe data-samples dans .\donnees-demo et sert le résultat
.\run.ps1 test             construit et lance tous les tests
.\run.ps1 publier          construit artifacts\xemelios (et artifacts\xemelios-autonome si c'est possible ici)
.\run.ps1 bench BANC …     mesure : import, petits, requetes, croissance, web, totaux, boucles, recherche ; readme refait la table du README
.\run.ps1 xemelios ARGS…   la ligne de commande
'@
}

# Every message goes to the error stream: the standard output belongs to the command line.
function Write-Message([string] $texte) { [Console]::Error.WriteLine($texte) }

function Stop-Avec([string] $texte) { Write-Message $texte; exit 1 }

function Assert-Outil([string] $nom, [string] $paquet) {
  if (-not (Get-Command $nom -ErrorAction SilentlyContinue)) { Stop-Avec "$nom est introuvable : installez $paquet." }
}

function Invoke-Outil([scriptblock] $commande, [string] $echec) {
  & $commande 2>&1 | ForEach-Object { Write-Message "$_" }
  if ($LASTEXITCODE -ne 0) { Stop-Avec $echec }
}

function Initialize-Outils {
  Assert-Outil dotnet 'le SDK .NET 10'
  Assert-Outil npm 'Node.js 20 ou plus récent'
  $verrou = Join-Path $racine 'src/package-lock.json'
  $temoin = Join-Path $racine 'src/node_modules/.package-lock.empreinte'
  if ((Test-Path $temoin) -and (Get-FileHash $verrou).Hash -eq (Get-FileHash $temoin).Hash) { return }
  Push-Location (Join-Path $racine 'src')
  try { Invoke-Outil { npm ci } 'npm ci a échoué.' } finally { Pop-Location }
  Copy-Item $verrou $temoin
}

function Test-SourcePlusRecente([string] $executable) {
  $construit = if (Test-Path $executable) { (Get-Item $executable).LastWriteTimeUtc } else { [DateTime]::MinValue }
  [bool](Get-ChildItem (Join-Path $racine 'src') -Recurse -File |
    Where-Object { $_.FullName -notmatch '[\\/](node_modules|bin|obj)[\\/]' -and $_.LastWriteTimeUtc -gt $construit } |
    Select-Object -First 1)
}

# The command line is built anew only when a source is newer than it.
function Get-Xemelios {
  $executable = Join-Path $racine "src/Xemelios.Cli/bin/$configuration/net10.0/xemelios.exe"
  if (Test-SourcePlusRecente $executable) {
    Initialize-Outils
    Invoke-Outil { dotnet build (Join-Path $racine 'src/Xemelios.Cli') -c $configuration --verbosity quiet } 'La construction a échoué.'
    (Get-Item $executable).LastWriteTimeUtc = [DateTime]::UtcNow
  }
  $executable
}

function Get-Port { if ($env:XEMELIOS_PORT) { $env:XEMELIOS_PORT } else { '5080' } }

function Start-Demo {
  $exemples = Join-Path $racine 'data-samples'
  $donnees = Join-Path $racine 'donnees-demo'
  if (-not (Test-Path $exemples)) { Stop-Avec 'data-samples est introuvable.' }
  if (Test-Path $donnees) { Remove-Item $donnees -Recurse -Force }
  $xemelios = Get-Xemelios
  # cas\ holds conformance cases that share SIRET and file names: each is for a folder of its own.
  & $xemelios importer (Join-Path $exemples 'commune') (Join-Path $exemples 'hopital') --donnees $donnees
  # 5: done, with anomalies to look at; the samples hold some on purpose. 10: some file was refused, which the report shows.
  if ($LASTEXITCODE -notin 0, 5, 10) { Stop-Avec "L'import des exemples a échoué (code $LASTEXITCODE)." }
  Write-Message "Démonstration : http://127.0.0.1:$(Get-Port)"
  Write-Message "Aucun compte n'est demandé dans cette version : elle n'écoute que sur 127.0.0.1."
  & $xemelios servir --donnees $donnees --port (Get-Port) --demo
  exit $LASTEXITCODE
}

function Assert-OutilsDeTest {
  $manquants = @()
  $navigateurs = $env:XEMELIOS_CHROMIUM, "$env:ProgramFiles\Google\Chrome\Application\chrome.exe", "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe"
  if (-not ($navigateurs | Where-Object { $_ -and (Test-Path $_) })) { $manquants += 'Chrome ou Edge (ou son chemin dans XEMELIOS_CHROMIUM)' }
  if (-not (Get-Command pdftotext -ErrorAction SilentlyContinue)) { $manquants += 'pdftotext (Poppler)' }
  if ($manquants) { Stop-Avec "Il manque pour les tests : $($manquants -join ', ')." }
}

function Get-Compteurs([string] $fichier) {
  if (-not (Test-Path $fichier)) { return @{ executed = 0; passed = 0; failed = 0 } }
  $compteurs = ([xml](Get-Content $fichier -Raw)).TestRun.ResultSummary.Counters
  @{ executed = [int]$compteurs.executed; passed = [int]$compteurs.passed; failed = [int]$compteurs.failed }
}

function Invoke-Tests {
  Assert-OutilsDeTest
  Initialize-Outils
  $resultats = Join-Path $racine 'artifacts/tests'
  if (Test-Path $resultats) { Remove-Item $resultats -Recurse -Force }
  dotnet build (Join-Path $racine 'Xemelios.Next.sln') -c $configuration --verbosity quiet
  if ($LASTEXITCODE -ne 0) { '0 passed, 1 failed'; exit 1 }
  $reussis = 0; $echoues = 0; $code = 0
  foreach ($projet in Get-ChildItem (Join-Path $racine 'tests/*.Tests/*.csproj')) {
    "== $($projet.BaseName)"
    dotnet test $projet.FullName -c $configuration --no-build --logger "trx;LogFileName=$($projet.BaseName).trx" --results-directory $resultats
    if ($LASTEXITCODE -ne 0) { $code = 1 }
    $compteurs = Get-Compteurs (Join-Path $resultats "$($projet.BaseName).trx")
    $reussis += $compteurs.passed
    $echoues += $compteurs.failed
    # A project without a result or without a test has not been tested.
    if ($compteurs.executed -eq 0) { Write-Message "$($projet.BaseName) n'a exécuté aucun test."; $echoues++ }
  }
  # A run that broke without naming a test has failed too.
  if ($code -ne 0 -and $echoues -eq 0) { $echoues = 1 }
  ''
  "$reussis passed, $echoues failed"
  if ($echoues -ne 0) { exit 1 }
}

# Another runtime identifier would overwrite the lock files and the build: it has its own, in a folder named after the publication.
function Publish-Pour([string] $nom, [string[]] $options) {
  $sortie = Join-Path $racine 'artifacts'
  $dossier = Join-Path $sortie $nom
  if (Test-Path $dossier) { Remove-Item $dossier -Recurse -Force }
  New-Item $sortie -ItemType Directory -Force | Out-Null
  dotnet publish (Join-Path $racine 'src/Xemelios.Cli') -c $configuration -o $dossier @options -r win-x64 `
    "-p:NuGetLockFilePath=obj/$nom.lock.json" -p:RestoreLockedMode=false "-p:ArtifactsPath=$(Join-Path $sortie "construction/$nom")" `
    --verbosity quiet > (Join-Path $sortie "$nom.log")
  $LASTEXITCODE -eq 0
}

# Code compiled ahead of time halves the cold start. Its compiler is a package that not every machine can restore.
function Publish-Application {
  Initialize-Outils
  if (Publish-Pour 'xemelios' @('--no-self-contained', '-p:PublishReadyToRun=true')) {
    Write-Message 'Publié : artifacts\xemelios\xemelios.exe (demande le runtime ASP.NET Core 10)'
    return
  }
  $sortie = Join-Path $racine 'artifacts/xemelios'
  if (Test-Path $sortie) { Remove-Item $sortie -Recurse -Force }
  Invoke-Outil { dotnet publish (Join-Path $racine 'src/Xemelios.Cli') -c $configuration --no-self-contained -o $sortie --verbosity quiet } 'La publication a échoué.'
  Write-Message "Publié : artifacts\xemelios\xemelios.exe, sans code compilé d'avance (voir artifacts\xemelios.log ; demande le runtime ASP.NET Core 10)"
}

# With the runtime compiled in one piece with the program, the framework's generics over our types need no compilation at run time.
function Publish-Autonome {
  Initialize-Outils
  if (Publish-Pour 'xemelios-autonome' @('--self-contained', '-p:PublishReadyToRun=true', '-p:PublishReadyToRunComposite=true')) {
    Write-Message 'Publié : artifacts\xemelios-autonome\xemelios.exe (sans rien à installer)'
  }
  elseif (Publish-Pour 'xemelios-autonome' @('--self-contained')) {
    Write-Message "Publié : artifacts\xemelios-autonome\xemelios.exe (sans rien à installer), sans code compilé d'avance : son compilateur ne se restaure pas ici"
  }
  else {
    $sortie = Join-Path $racine 'artifacts/xemelios-autonome'
    if (Test-Path $sortie) { Remove-Item $sortie -Recurse -Force }
    Write-Message "La version autonome n'est pas disponible ici : ses paquets ne se restaurent pas (voir artifacts\xemelios-autonome.log)."
  }
}

function Publish-Xemelios {
  Publish-Application
  Publish-Autonome
}

# Publishes anew only when a source is newer than the program; false where that publication cannot be had.
function Update-Publication([string] $nom, [scriptblock] $publier) {
  $programme = Join-Path $racine "artifacts/$nom/xemelios.exe"
  if (-not (Test-SourcePlusRecente $programme)) { return $true }
  & $publier | Out-Null
  if (-not (Test-Path $programme)) { return $false }
  (Get-Item $programme).LastWriteTimeUtc = [DateTime]::UtcNow
  $true
}

# What is measured is the published program: the one that brings its runtime, else the one that finds it here.
function Invoke-Banc([string[]] $demande) {
  if ($demande -and $demande[0] -in 'import', 'petits', 'requetes', 'croissance', 'web' -and -not (Update-Publication 'xemelios-autonome' { Publish-Autonome })) {
    Update-Publication 'xemelios' { Publish-Application } | Out-Null
  }
  Initialize-Outils
  $mesures = Join-Path $racine 'tests/Xemelios.Benchmarks'
  Invoke-Outil { dotnet build $mesures -c $configuration --verbosity quiet } 'La construction a échoué.'
  & (Join-Path $mesures "bin/$configuration/net10.0/Xemelios.Benchmarks.exe") @demande
  exit $LASTEXITCODE
}

$commande, $arguments = $args
switch ($commande) {
  $null {
    $donnees = if ($env:XEMELIOS_DONNEES) { $env:XEMELIOS_DONNEES } else { Join-Path $racine 'donnees' }
    & (Get-Xemelios) servir --donnees $donnees --port (Get-Port)
    exit $LASTEXITCODE
  }
  'demo' { Start-Demo }
  'test' { Invoke-Tests }
  'publier' { Publish-Xemelios }
  'bench' { Invoke-Banc $arguments }
  'xemelios' { & (Get-Xemelios) @arguments; exit $LASTEXITCODE }
  'aide' { Show-Aide }
  default { Write-Message (Show-Aide); exit 25 }
}
