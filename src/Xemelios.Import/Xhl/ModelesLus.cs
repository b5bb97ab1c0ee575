using System.Runtime.CompilerServices;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Xhl;

/// <summary>What a line says that others say too, as its elements are read.</summary>
internal struct EcritureDeLigne
{
    public string? Code;
    public string? Libelle;
    public Quantite? Taux;
    public DateOnly? Debut;
    public DateOnly? Fin;
    public string? Caisse;
    public string? Ordre;
}

/// <summary>One <see cref="ModeleDeLigne"/> for all the lines of a file that say the same.</summary>
/// <remarks>The lines of a bulletin come in the order of those of the one before: the model that followed the last time is tried
/// first. Texts are compared as objects, which a reader makes once for each word that comes back, then by what they say.</remarks>
internal sealed class ModelesLus
{
    /// <summary>Beyond it a rate is no longer shared: a file that has one for each agent would make a model of each line.</summary>
    private const int ModelesMax = 20_000;

    private const int Cases = 1 << 12;

    private readonly Dictionary<Rubrique, Rubrique> _rubriques = [];
    private readonly Dictionary<(Rubrique, Quantite?, DateOnly?, DateOnly?, string?, string?), ModeleDeLigne> _modeles = [];
    private readonly List<ModeleDeLigne?> _suivants = [];
    private readonly ModeleDeLigne?[] _cases = new ModeleDeLigne?[Cases];
    private int _dernier;

    public ModelesLus() => _suivants.Add(null);

    /// <summary>The model of a line, and the rate that it leaves to the line.</summary>
    public ModeleDeLigne Trouver(CategorieDeLigne categorie, in EcritureDeLigne ecrite, string element, out Quantite? tauxPropre)
    {
        var attendu = _suivants[_dernier];
        if (attendu is null || !EstCelui(attendu, categorie, ecrite, element))
        {
            ref var place = ref _cases[Case(ecrite)];
            if (place is null || !EstCelui(place, categorie, ecrite, element))
                place = Chercher(categorie, ecrite, element);
            _suivants[_dernier] = attendu = place;
        }

        _dernier = attendu.Rang + 1;
        tauxPropre = attendu.Taux is null ? ecrite.Taux : null;
        return attendu;
    }

    private static bool EstCelui(ModeleDeLigne modele, CategorieDeLigne categorie, in EcritureDeLigne ecrite, string element) =>
        ReferenceEquals(modele.Rubrique.Code, ecrite.Code) && ReferenceEquals(modele.Rubrique.Libelle, ecrite.Libelle) &&
        ReferenceEquals(modele.Ordre, ecrite.Ordre) && ReferenceEquals(modele.CodeCaisse, ecrite.Caisse) &&
        modele.Rubrique.Categorie == categorie && modele.Taux == ecrite.Taux &&
        modele.PeriodeDebut == ecrite.Debut && modele.PeriodeFin == ecrite.Fin &&
        (categorie != CategorieDeLigne.Inconnue || modele.Rubrique.Element == element);

    private static uint Case(in EcritureDeLigne ecrite) => unchecked((uint)(
        RuntimeHelpers.GetHashCode(ecrite.Code) * 31 + RuntimeHelpers.GetHashCode(ecrite.Libelle) * 17 + RuntimeHelpers.GetHashCode(ecrite.Ordre)
        + (int)ecrite.Taux.GetValueOrDefault().DixMilliemes * 7)) % Cases;

    private ModeleDeLigne Chercher(CategorieDeLigne categorie, in EcritureDeLigne ecrite, string element)
    {
        var rubrique = new Rubrique(categorie, ecrite.Code, ecrite.Libelle, categorie == CategorieDeLigne.Inconnue ? element : null);
        if (!_rubriques.TryAdd(rubrique, rubrique))
            rubrique = _rubriques[rubrique];
        if (_modeles.TryGetValue((rubrique, ecrite.Taux, ecrite.Debut, ecrite.Fin, ecrite.Caisse, ecrite.Ordre), out var modele))
            return modele;
        var taux = _modeles.Count < ModelesMax ? ecrite.Taux : null;
        var cle = (rubrique, taux, ecrite.Debut, ecrite.Fin, ecrite.Caisse, ecrite.Ordre);
        if (_modeles.TryGetValue(cle, out modele))
            return modele;
        modele = new ModeleDeLigne
        {
            Rang = _modeles.Count, Rubrique = rubrique, Taux = taux, PeriodeDebut = ecrite.Debut, PeriodeFin = ecrite.Fin,
            CodeCaisse = ecrite.Caisse, Ordre = ecrite.Ordre,
        };
        _modeles.Add(cle, modele);
        _suivants.Add(null);
        return modele;
    }
}
