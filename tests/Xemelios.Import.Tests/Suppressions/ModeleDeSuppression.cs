using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Suppressions;

/// <summary>What a folder should hold, told without any table: the arrivals in their order, and what was taken from each.</summary>
internal sealed class ModeleDeSuppression
{
    private readonly List<Arrivee> _arrivees = [];

    /// <summary>The files that are alive, in the order of their arrivals.</summary>
    public IEnumerable<FichierDUnivers> Vivants => _arrivees.Where(a => !a.Morte).Select(a => a.Fichier);

    /// <summary>Whether every living file has all that it came with.</summary>
    public bool ToutEstEntier => _arrivees.All(a => a.Morte || a.Otees.Count == 0);

    public void Importer(FichierDUnivers fichier) => _arrivees.Add(new Arrivee(fichier));

    /// <summary>Deletes data; the keys of what goes.</summary>
    public void Supprimer(DonneesASupprimer cible)
    {
        var vont = _arrivees.Where(a => !a.Morte).SelectMany(a => a.Fichier.Feuilles.Where(f => !a.Otees.Contains(f.Cle))).Where(f => Repond(f, cible)).Select(f => f.Cle).ToHashSet();
        Oter(AvecCeQueCelaRemplace(vont));
    }

    /// <summary>Deletes a received file: what another one brings stays, and what its own pay replaced goes.</summary>
    public void Supprimer(string empreinte)
    {
        var morts = _arrivees.Where(a => !a.Morte && a.Fichier.Empreinte == empreinte).ToList();
        var avant = Remplacements();
        if (morts.Count == 0)
        {
            // A content that only came inside others goes wherever it lies.
            Oter(AvecCeQueCelaRemplace([empreinte]));
            return;
        }

        var perdues = morts.SelectMany(a => a.Fichier.Feuilles).Select(f => f.Cle).ToHashSet();
        morts.ForEach(a => a.Morte = true);
        var restent = Presentes().Select(f => f.Cle).ToHashSet();
        Oter(AvecCeQueCelaRemplace([.. perdues.Where(c => !restent.Contains(c))], avant));
    }

    /// <summary>Pay files and their bulletins (0 once replaced), then all else.</summary>
    public List<string> Tableau()
    {
        var remplaces = Remplacements();
        return [.. Presentes().DistinctBy(f => f.Cle).Select(f => f.Type == TypeDeDonnees.Paye
            ? $"{f.Cle} {(remplaces.ContainsKey(f.Cle) ? 0 : f.Bulletins)}" : f.Cle).Order(StringComparer.Ordinal)];
    }

    private IEnumerable<Feuille> Presentes() => _arrivees.Where(a => !a.Morte).SelectMany(a => a.Fichier.Feuilles.Where(f => !a.Otees.Contains(f.Cle)));

    /// <summary>Which pay file took the place of which: read in order, a name of an état belongs to the last content that came.</summary>
    private Dictionary<string, string> Remplacements()
    {
        var remplacant = new Dictionary<string, string>();
        var noms = new Dictionary<string, string>();
        var tient = new Dictionary<string, string>();
        foreach (var feuille in Presentes().Where(f => f.Etat is not null))
        {
            // A content keeps the name under which it was first read; read again after it was replaced, it takes its new name.
            if (noms.ContainsKey(feuille.Cle) && !remplacant.ContainsKey(feuille.Cle))
                continue;
            noms[feuille.Cle] = feuille.Etat!;
            remplacant.Remove(feuille.Cle);
            if (tient.TryGetValue(feuille.Etat!, out var ancien) && ancien != feuille.Cle)
                remplacant[ancien] = feuille.Cle;
            tient[feuille.Etat!] = feuille.Cle;
        }

        return remplacant;
    }

    private HashSet<string> AvecCeQueCelaRemplace(HashSet<string> vont, Dictionary<string, string>? remplacements = null)
    {
        remplacements ??= Remplacements();
        for (var avant = -1; avant != vont.Count;)
        {
            avant = vont.Count;
            vont.UnionWith(remplacements.Where(r => vont.Contains(r.Value)).Select(r => r.Key).ToList());
        }

        return vont;
    }

    private void Oter(HashSet<string> vont)
    {
        foreach (var arrivee in _arrivees.Where(a => !a.Morte))
        {
            var otees = arrivee.Fichier.Feuilles.Where(f => vont.Contains(f.Cle)).Select(f => f.Cle).ToList();
            arrivee.Otees.UnionWith(otees);
            if (otees.Count > 0 && arrivee.Otees.Count == arrivee.Fichier.Feuilles.Count)
                arrivee.Morte = true;
        }
    }

    private static bool Repond(Feuille f, DonneesASupprimer cible) =>
        f.Type == cible.Type && f.Siret == cible.Siret && (cible.Budget is null || f.Budget == cible.Budget)
        && (cible.Annee is null || f.Annee == cible.Annee) && (cible.Mois is null || f.Mois == cible.Mois);

    private sealed record Arrivee(FichierDUnivers Fichier)
    {
        public bool Morte { get; set; }

        public HashSet<string> Otees { get; } = [];
    }
}
