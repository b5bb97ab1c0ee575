using Xemelios.Import.Archivages;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Suppressions;

/// <summary>Tells what a deletion takes away, and counts it.</summary>
internal sealed class CalculDeSuppression
{
    private readonly Entrepot _entrepot;
    private readonly Inventaire _inventaire;
    private readonly Propagation _part;
    private readonly List<string> _jamaisLus = [];

    private CalculDeSuppression(Entrepot entrepot, Inventaire inventaire) =>
        (_entrepot, _inventaire, _part) = (entrepot, inventaire, new Propagation(inventaire));

    /// <exception cref="RefusDArchivageException">some of what would be deleted is archived, or may be.</exception>
    public static PlanDeSuppression Calculer(Entrepot entrepot, CibleDeSuppression cible)
    {
        // What is archived still lies in the files that brought it: a deletion must know of it.
        var archives = cible is not ExerciceAArchiver;
        if (archives && entrepot.Archives.Defauts is [var defaut, ..])
            throw new ArchiveIllisibleException(defaut);
        using var connexion = entrepot.Connecter(archives);
        using var transaction = connexion.BeginTransaction();
        var calcul = new CalculDeSuppression(entrepot, Inventaire.Lire(connexion));
        if (cible is DonneesASupprimer donnees)
            calcul.Prendre(SelectionASupprimer.Trouver(connexion, donnees));
        else if (cible is ExerciceAArchiver exercice)
            calcul.Prendre(SelectionASupprimer.Trouver(connexion, exercice));
        else
            calcul.Prendre((FichiersASupprimer)cible);
        calcul._part.Terminer();
        if (archives)
            calcul.EpargnerLesArchives();
        return calcul.Plan(cible);
    }

    private void EpargnerLesArchives()
    {
        if (_entrepot.Archivages.EnVigueur().Count == 0)
            return;
        using var connexion = _entrepot.Connecter();
        var active = Inventaire.Lire(connexion);
        var (pieces, bordereaux) = (active.Pieces.Select(p => p.Id).ToHashSet(), active.Bordereaux.Select(b => b.Id).ToHashSet());
        var lieux = active.Lieux.Select(l => l.Contenu).Concat(active.Volumes.Select(v => v.Contenu)).ToHashSet();
        if (!_part.Contenus.IsSubsetOf(lieux) || !_part.Bordereaux.IsSubsetOf(bordereaux) || _inventaire.Pieces.Any(p => _part.EstMorte(p) && !pieces.Contains(p.Id)))
            throw new DonneesArchiveesException();
    }

    private void Prendre(Selection selection)
    {
        foreach (var contenu in selection.Contenus)
            _part.Contenu(contenu);
        var bordereaux = selection.Bordereaux.ToHashSet();
        foreach (var bordereau in _inventaire.Bordereaux.Where(b => bordereaux.Contains(b.Id)))
            _part.Bordereau(bordereau);
        var pieces = selection.Pieces.ToHashSet();
        foreach (var piece in _inventaire.Pieces.Where(p => pieces.Contains(p.Id) && (p.Contenant ?? p.Contenu) is not null))
            _part.Piece(piece);
    }

    private void Prendre(FichiersASupprimer cible)
    {
        var voulues = cible.Empreintes.ToHashSet(StringComparer.Ordinal);
        var recues = _inventaire.Lieux.Where(l => l.Contenant is null).Select(l => l.Contenu).ToHashSet();
        foreach (var contenu in _inventaire.Contenus.Values.Where(c => voulues.Remove(c.Empreinte)))
        {
            if (recues.Contains(contenu.Id))
                _part.Fichier(contenu.Id);
            else
                _part.Contenu(contenu.Id);
        }

        // A file that was refused has no content in the tables, but its bytes are there.
        _jamaisLus.AddRange(_entrepot.Receptions.Lister()
            .Where(r => r.Etat != Reception.Supprime && voulues.Contains(r.Empreinte)).Select(r => r.Empreinte).Distinct(StringComparer.Ordinal));
    }

    private PlanDeSuppression Plan(CibleDeSuppression cible)
    {
        var contenus = _part.Contenus;
        var incomplets = Incomplets();
        var partagent = _inventaire.Lieux.Where(l => !contenus.Contains(l.Contenu) && _part.EstMort(l)).Select(l => l.Contenu).ToHashSet();
        var volumes = _inventaire.Volumes.Where(v => contenus.Contains(v.Contenu)).ToList();
        var racines = _inventaire.Lieux.Where(l => l.Contenant is null).Select(l => l.Contenu).ToHashSet();
        var elements = Elements(incomplets);
        var retires = elements.Where(e => e.Sorte is SorteDElement.Contenu or SorteDElement.Fichier).Select(e => e.Empreinte).ToHashSet(StringComparer.Ordinal);
        var recus = _entrepot.Receptions.Lister().Where(r => r.Etat != Reception.Supprime && retires.Contains(r.Empreinte)).DistinctBy(r => r.Empreinte).ToList();
        return new PlanDeSuppression
        {
            Cible = cible,
            Elements = elements,
            Fichiers = recus.Count,
            Octets = recus.Sum(r => r.Octets),
            Bulletins = volumes.Sum(v => v.Bulletins),
            Lignes = volumes.Sum(v => v.Lignes),
            Mandats = _inventaire.Bordereaux.Where(b => contenus.Contains(b.Contenu) || _part.Bordereaux.Contains(b.Id)).Sum(b => b.Mandats),
            Pieces = _inventaire.Pieces.Count(p => (p.Contenu is null || _inventaire.Contenus[p.Contenu.Value].Type == TypesDeFichier.Piece) && _part.EstMorte(p)),
            Mois = [.. volumes.Where(v => v.Bulletins > 0).Select(v => $"{v.Nom.Periode / 100:0000}-{v.Nom.Periode % 100:00}").Distinct().Order(StringComparer.Ordinal)],
            AnciennesVersions = volumes.Count(v => v.RemplacePar is not null),
            FichiersGardes = incomplets.Count(racines.Contains),
            ContenusGardes = partagent.Count,
            Relire = DependDeCeQuiPart(partagent, volumes),
        };
    }

    /// <summary>What stays and carried some of what goes, at any depth.</summary>
    private HashSet<int> Incomplets()
    {
        var morts = _inventaire.Lieux.Where(l => l.Contenant is not null && _part.EstMort(l)).Select(l => l.Contenant!.Value)
            .Concat(_part.Pieces.Select(p => p.Contenant))
            .Concat(_inventaire.Bordereaux.Where(b => _part.Bordereaux.Contains(b.Id)).Select(b => b.Contenu));
        var incomplets = new HashSet<int>();
        var aVoir = new Queue<int>(morts);
        var contenants = _inventaire.Lieux.Where(l => l.Contenant is not null).ToLookup(l => l.Contenu, l => l.Contenant!.Value);
        while (aVoir.TryDequeue(out var contenant))
        {
            if (_part.Contenus.Contains(contenant) || !incomplets.Add(contenant))
                continue;
            foreach (var autour in contenants[contenant])
                aVoir.Enqueue(autour);
        }

        return incomplets;
    }

    private List<ElementSupprime> Elements(HashSet<int> incomplets)
    {
        string Empreinte(int contenu) => _inventaire.Contenus[contenu].Empreinte;
        bool Reste(int contenu) => !_part.Contenus.Contains(contenu);
        return
        [
            .. _part.Contenus.Select(c => new ElementSupprime(Empreinte(c), SorteDElement.Contenu)),
            .. _part.Fichiers.Where(Reste).Select(c => new ElementSupprime(Empreinte(c), SorteDElement.Fichier)),
            .. _jamaisLus.Select(e => new ElementSupprime(e, SorteDElement.Fichier)),
            .. _inventaire.Bordereaux.Where(b => _part.Bordereaux.Contains(b.Id) && Reste(b.Contenu)).Select(b => new ElementSupprime(Empreinte(b.Contenu), SorteDElement.Bordereau, b.Rang)),
            .. _part.Pieces.Where(p => Reste(p.Contenant)).Select(p => new ElementSupprime(Empreinte(p.Contenant), SorteDElement.Piece, p.Indice)),
            .. incomplets.Select(c => new ElementSupprime(Empreinte(c), SorteDElement.Incomplet)),
        ];
    }

    /// <summary>Had what goes never come, what stays might say something else: a name, a version that replaces another, a piece that a manifest describes.</summary>
    private bool DependDeCeQuiPart(HashSet<int> partagent, List<VolumeInventorie> volumes)
    {
        var noms = volumes.Select(v => v.Nom).ToHashSet();
        var decrits = _inventaire.Manifestes.Where(m => _part.Contenus.Contains(m.Key)).SelectMany(m => m).ToHashSet(StringComparer.Ordinal);
        var pdf = _inventaire.Pieces.Where(p => p is { Contenu: not null, TypeMime: "application/pdf" }).Select(p => p.Contenu!.Value).ToHashSet();
        return _inventaire.Volumes.Any(v => !_part.Contenus.Contains(v.Contenu) && noms.Contains(v.Nom))
            || partagent.Any(c => _inventaire.Contenus[c] is var contenu && (contenu.Type == TypesDeFichier.Piece
                ? pdf.Contains(c) && _entrepot.Pieces.EstSansTexte(contenu.Empreinte)
                : !DitLaMemeChoseAilleurs(c)))
            || _inventaire.Lieux.Any(l => decrits.Contains(l.Nom.ToLowerInvariant()) && !_part.Contenus.Contains(l.Contenu));
    }

    /// <summary>A pay file that no other has to do with, and that bears the same name wherever it stays.</summary>
    private bool DitLaMemeChoseAilleurs(int contenu) =>
        _inventaire.Volumes.FirstOrDefault(v => v.Contenu == contenu) is { } volume
        && _inventaire.Lieux.Where(l => l.Contenu == contenu && !_part.EstMort(l)).All(l => l.Nom == volume.NomRecu)
        && _inventaire.Volumes.Count(v => v.Nom == volume.Nom) == 1;
}
