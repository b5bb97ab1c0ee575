using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>The codes that a file defines and those that it uses, to tell the missing ones (defect D37).</summary>
internal sealed class CodesEmployes
{
    private readonly Dictionary<SorteDeNomenclature, HashSet<string>> _definis = [];
    private readonly HashSet<string> _rubriques = [];
    private readonly HashSet<string> _natures = [];
    private readonly HashSet<(string Code, bool Patronale)> _imputees = [];
    private readonly HashSet<(string Code, bool Patronale, string Nature)> _imputations = [];
    private bool _repartie;

    /// <summary>False when the code was defined before in the same nomenclature (defect D36).</summary>
    public bool Definir(SorteDeNomenclature sorte, string? code)
    {
        if (!_definis.TryGetValue(sorte, out var codes))
            _definis.Add(sorte, codes = []);
        return string.IsNullOrEmpty(code) || codes.Add(Cle(code));
    }

    /// <summary>Notes that lines use a rubrique, and whether an amount of theirs is charged to an account.</summary>
    public void Rubrique(Rubrique rubrique, bool imputee)
    {
        _rubriques.Add(rubrique.Code!);
        if (imputee)
            _imputees.Add((Cle(rubrique.Code!), rubrique.Categorie == CategorieDeLigne.Cotisation));
    }

    /// <summary>The natures that a nomenclature gives to a rubrique.</summary>
    public void Imputation(Correspondance entree)
    {
        if (string.IsNullOrEmpty(entree.Code))
            return;
        if (entree.NatureEmployeur is { } patronale) _imputations.Add((Cle(entree.Code), true, patronale));
        if (entree.NatureSalarie is { } salariale) _imputations.Add((Cle(entree.Code), false, salariale));
    }

    public void Nature(string? code)
    {
        _repartie = true;
        if (!string.IsNullOrEmpty(code)) _natures.Add(code);
    }

    public void Signaler(Action<Anomalie> signaler)
    {
        Comparer("rubrique", SorteDeNomenclature.Rubrique, _rubriques, signaler);
        Comparer("nature", SorteDeNomenclature.Nature, _natures, signaler);
        SignalerLesInhabituels(signaler);
        SignalerLesNaturesNonReparties(signaler);
    }

    private void SignalerLesInhabituels(Action<Anomalie> signaler)
    {
        var inhabituels = _rubriques.Where(code => !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')).Order(StringComparer.Ordinal).ToList();
        if (inhabituels.Count > 0)
            signaler(CatalogueDesAnomalies.CodeInhabituel.En(Provenance.Inconnue, $"{inhabituels.Count} code(s) de rubrique contiennent des espaces, des accents ou des signes (dont « {inhabituels[0]} ») : ils sont gardés tels quels."));
    }

    // Codes may be longer than the account; a block that holds the whole état, in the first volume or in each, names them too.
    private void SignalerLesNaturesNonReparties(Action<Anomalie> signaler)
    {
        var payees = _imputations.Where(i => _imputees.Contains((i.Code, i.Patronale))).Select(i => i.Nature).Distinct();
        var absentes = payees.Where(n => !_natures.Any(c => c.StartsWith(n, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
        if (_repartie && absentes.Count > 0)
            signaler(CatalogueDesAnomalies.RepartitionInattendue.En(Provenance.Inconnue, $"La répartition par nature ne dit rien de {absentes.Count} nature(s) que les lignes payent (dont {absentes[0]}) : elle est affichée, l'écart est montré au rapprochement."));
    }

    private static string Cle(string code) => code.Trim().ToUpperInvariant();

    private void Comparer(string mot, SorteDeNomenclature sorte, HashSet<string> employes, Action<Anomalie> signaler)
    {
        if (!_definis.TryGetValue(sorte, out var definis))
            return;
        var absents = employes.Where(code => !definis.Contains(Cle(code))).Order(StringComparer.Ordinal).ToList();
        if (absents.Count > 0)
        {
            signaler(CatalogueDesAnomalies.CodeHorsNomenclature.En(
                Provenance.Inconnue, $"{absents.Count} code(s) de {mot} ne sont pas dans leur nomenclature (dont {absents[0]}) : ils sont affichés seuls."));
        }
    }
}
