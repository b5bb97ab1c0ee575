using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>The lines of a file laid over the postes that are there: a collectivité is known by its poste, its SIRET and its first day.</summary>
internal sealed class ImportDePostes(List<RangeeDePoste> postes, List<RangeeDeCollectivite> collectivites)
{
    private readonly Dictionary<string, RangeeDePoste> _postes = postes.ToDictionary(p => p.Code, StringComparer.Ordinal);
    private readonly Dictionary<(string, string, DateOnly?), RangeeDeCollectivite> _connues = collectivites.ToDictionary(c => (c.Poste, c.Siret, c.Du));
    private readonly Dictionary<string, int> _dits = new(StringComparer.Ordinal);
    private readonly List<ErreurDePostes> _erreurs = [];
    private readonly List<(string Poste, string? Siret, string? Avant, string Apres)> _changements = [];
    private int _postesModifies;
    private int _collectivitesModifiees;

    public List<RangeeDePoste> NouveauxPostes { get; } = [];

    public List<RangeeDeCollectivite> NouvellesCollectivites { get; } = [];

    public IReadOnlyList<ErreurDePostes> Erreurs => _erreurs;

    /// <summary>What the journal keeps.</summary>
    public IReadOnlyList<(string Poste, string? Siret, string? Avant, string Apres)> Changements => _changements;

    public void Appliquer(IReadOnlyList<LigneDePostes> lignes)
    {
        var rangees = new Dictionary<RangeeDeCollectivite, int>();
        foreach (var ligne in lignes)
        {
            AppliquerLePoste(ligne);
            if (!rangees.TryAdd(AppliquerLaCollectivite(ligne.Collectivite), ligne.Numero))
                _erreurs.Add(new ErreurDePostes(ligne.Numero, "POSTE-0012", $"La collectivité {ligne.Collectivite.Siret} est déjà rattachée à ce poste à la même date par une autre ligne."));
        }

        VerifierLesRecouvrements(rangees);
    }

    public RapportDePostes Rapport(int lignes) => new()
    {
        Lignes = lignes,
        PostesAjoutes = NouveauxPostes.Count, PostesModifies = _postesModifies,
        CollectivitesAjoutees = NouvellesCollectivites.Count, CollectivitesModifiees = _collectivitesModifiees,
    };

    private void AppliquerLePoste(LigneDePostes ligne)
    {
        var (code, libelle) = ligne.Poste;
        var dejaDit = !_dits.TryAdd(code, ligne.Numero);
        if (!_postes.TryGetValue(code, out var poste))
        {
            _postes[code] = poste = new RangeeDePoste { Code = code, Libelle = libelle };
            NouveauxPostes.Add(poste);
            _changements.Add((code, null, null, libelle));
        }
        else if (poste.Libelle != libelle && dejaDit)
        {
            _erreurs.Add(new ErreurDePostes(ligne.Numero, "POSTE-0011", $"Le libellé du poste n'est pas celui de la ligne {_dits[code]}."));
        }
        else if (poste.Libelle != libelle)
        {
            _changements.Add((code, null, poste.Libelle, libelle));
            poste.Libelle = libelle;
            _postesModifies++;
        }
    }

    private RangeeDeCollectivite AppliquerLaCollectivite(CollectiviteDePoste lue)
    {
        if (!_connues.TryGetValue((lue.Poste, lue.Siret, lue.Du), out var rangee))
        {
            rangee = Postes.Rangee(lue);
            _connues.Add((lue.Poste, lue.Siret, lue.Du), rangee);
            NouvellesCollectivites.Add(rangee);
            _changements.Add((lue.Poste, lue.Siret, null, Postes.Decrire(lue)));
        }
        else if (rangee.EnDomaine() is var avant && avant != lue)
        {
            _changements.Add((lue.Poste, lue.Siret, Postes.Decrire(avant), Postes.Decrire(lue)));
            (rangee.Libelle, rangee.Au) = (lue.Libelle, lue.Au);
            _collectivitesModifiees++;
        }

        return rangee;
    }

    /// <summary>Looks at the file and at what was there together; an overlap is told at the line that makes it.</summary>
    private void VerifierLesRecouvrements(Dictionary<RangeeDeCollectivite, int> lignes)
    {
        foreach (var deMemeSiren in _connues.Values.Select(c => (Rangee: c, Domaine: c.EnDomaine())).GroupBy(c => c.Rangee.Siret[..9], StringComparer.Ordinal))
        {
            var groupe = deMemeSiren.OrderBy(c => lignes.GetValueOrDefault(c.Rangee)).ToList();
            for (var i = 1; i < groupe.Count; i++)
            {
                if (lignes.TryGetValue(groupe[i].Rangee, out var numero)
                    && groupe[..i].Find(c => ReglesDePoste.SeRecouvrent(c.Domaine, groupe[i].Domaine)) is { Domaine: { } autre })
                    _erreurs.Add(new ErreurDePostes(numero, "POSTE-0013", $"La collectivité {groupe[i].Rangee.Siret} est déjà rattachée au poste « {autre.Poste} » à ces dates."));
            }
        }
    }
}
