using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>The codes that a file defines and those that it uses, to tell the missing ones (defect D37).</summary>
internal sealed class CodesEmployes
{
    private readonly Dictionary<SorteDeNomenclature, HashSet<string>> _definis = [];
    private readonly HashSet<string> _rubriques = [];
    private readonly HashSet<string> _natures = [];

    /// <summary>False when the code was defined before in the same nomenclature (defect D36).</summary>
    public bool Definir(SorteDeNomenclature sorte, string? code)
    {
        if (!_definis.TryGetValue(sorte, out var codes))
            _definis.Add(sorte, codes = []);
        return string.IsNullOrEmpty(code) || codes.Add(Cle(code));
    }

    public void Rubrique(string? code)
    {
        if (!string.IsNullOrEmpty(code)) _rubriques.Add(code);
    }

    public void Nature(string? code)
    {
        if (!string.IsNullOrEmpty(code)) _natures.Add(code);
    }

    public void Signaler(Action<Anomalie> signaler)
    {
        Comparer("rubrique", SorteDeNomenclature.Rubrique, _rubriques, signaler);
        Comparer("nature", SorteDeNomenclature.Nature, _natures, signaler);
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
