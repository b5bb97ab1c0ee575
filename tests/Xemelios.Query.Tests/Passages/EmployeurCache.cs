using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Passages;

/// <summary>An employer whose files give a répartition and no nature: the table that made it stays here.</summary>
internal sealed class EmployeurCache
{
    private static readonly string[] Brut = ["64111", "64112", "64113", "64118", "64131", "64138", "6488"];
    private static readonly string[] Charges = ["6332", "6336", "6451", "6453", "6454"];
    private static readonly string[] Statuts = ["TITULAIRE", "STAGIAIRE", "NON_TITULAIRE"];

    private readonly EmployeurDeTest _employeur;
    private readonly Random _hasard;
    private readonly Dictionary<(string Code, string Statut), string> _natures = [];
    private readonly Dictionary<(string Code, string Statut, MoisDePaye Mois), decimal> _montants = [];
    private readonly Dictionary<(string Nature, MoisDePaye Mois), decimal> _repartis = [];
    private readonly List<(string Code, CategorieDeLigne Categorie)> _rubriques = [];

    public EmployeurCache(EmployeurDeTest employeur, int graine)
    {
        (_employeur, _hasard) = (employeur, new Random(graine));
        for (var i = 0; i < 24; i++)
        {
            var categorie = i < 3 ? CategorieDeLigne.TraitBrut : i < 14 ? CategorieDeLigne.Indemnite : CategorieDeLigne.Cotisation;
            _rubriques.Add(($"{1000 + i}", categorie));
            var natures = categorie == CategorieDeLigne.Cotisation ? Charges : Brut;
            var (fonctionnaires, contractuels) = (natures[_hasard.Next(natures.Length)], natures[_hasard.Next(natures.Length)]);
            foreach (var statut in Statuts)
                _natures[($"{1000 + i}", statut)] = statut == "NON_TITULAIRE" ? contractuels : fonctionnaires;
        }
    }

    public string Nature(string code, string statut) => _natures[(code, statut)];

    public decimal Montant(string code, string statut, MoisDePaye mois) => _montants.GetValueOrDefault((code, statut, mois));

    public decimal Reparti(string nature, MoisDePaye mois) => _repartis.GetValueOrDefault((nature, mois));

    /// <summary>So many months of pay; the noise, written on one nature of one month, is returned.</summary>
    public decimal Remplir(int mois, bool bruit = false)
    {
        var niveaux = _natures.Keys.ToDictionary(k => k, _ => _hasard.Next(20_00, 900_000_00) / (_hasard.Next(10) + 1));
        for (var m = 1; m <= mois; m++)
            Mois(new MoisDePaye(2026, m), niveaux, bruit && m == 3 ? 77.77m : 0m);
        return bruit ? 77.77m : 0m;
    }

    private void Mois(MoisDePaye mois, Dictionary<(string Code, string Statut), int> niveaux, decimal bruit)
    {
        var volume = _employeur.Volume($"{mois}.xhl", mois.Cle);
        foreach (var statut in Statuts)
            volume.Bulletin(statut, b =>
            {
                foreach (var (code, categorie) in _rubriques)
                {
                    var montant = decimal.Round((long)niveaux[(code, statut)] * _hasard.Next(9_000, 11_000) / 1_000_000m, 2);
                    _montants[(code, statut, mois)] = montant;
                    b.Ligne(categorie, code, montant);
                }
            }, statut: statut);
        foreach (var nature in _natures.Values.Distinct().Order(StringComparer.Ordinal))
        {
            var reparti = _natures.Where(n => n.Value == nature).Sum(n => _montants[(n.Key.Code, n.Key.Statut, mois)]) + (nature == "6451" ? bruit : 0m);
            _repartis[(nature, mois)] = reparti;
            volume.Repartition(nature, reparti);
        }
    }
}
