using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Criteres;

/// <summary>What the values of a criterion are: it decides which operators it has and how what was typed is read.</summary>
public enum GenreDeCritere
{
    Texte,

    /// <summary>A value chosen among those that the data hold.</summary>
    Liste,
    Nombre,

    /// <summary>Euros.</summary>
    Montant,
    Date,

    /// <summary>A month of pay, AAAA-MM.</summary>
    Mois,

    /// <summary>There is some, or there is none.</summary>
    Presence,

    /// <summary>Words in any order, each found somewhere.</summary>
    Mots,
}

/// <summary>One criterion of a search, whole in one declaration.</summary>
/// <param name="Cle">Key in addresses and on the command line.</param>
/// <param name="Groupe">Heading under which it stands in the list of criteria.</param>
/// <param name="Libelle">Label, that of XéMéLios where it has one.</param>
/// <param name="Sujet">What it bears on, as the subject of a sentence ("l'indice"); of a presence, what there is ("un évènement").</param>
/// <param name="Sql">The condition on a bulletin <c>b</c>, a line <c>l</c> or a row <c>r</c>, made from the condition on its value; never null.</param>
public sealed record Critere(string Cle, string Groupe, string Libelle, string Sujet, GenreDeCritere Genre, Func<Func<string, string>, string> Sql)
{
    private static readonly Operateur[] DeTexte =
        [Operateur.Egal, Operateur.Different, Operateur.CommencePar, Operateur.Contient, Operateur.Parmi, Operateur.Vide, Operateur.Renseigne, Operateur.Identique];

    private static readonly Operateur[] DOrdre =
        [Operateur.AuMoins, Operateur.AuPlus, Operateur.Egal, Operateur.Different, Operateur.Superieur, Operateur.Inferieur, Operateur.Entre, Operateur.Parmi, Operateur.Vide, Operateur.Renseigne];

    /// <summary>It bears on one line of pay: on a bulletin, it says that at least one line is so.</summary>
    public bool SurLigne { get; init; }

    /// <summary>It bears on the whole file: whole months are left aside before any bulletin is read.</summary>
    public bool SurFichier { get; init; }

    /// <summary>Brings a text to the form in which the tables keep it.</summary>
    public Func<string, string> Normaliser { get; init; } = texte => texte.Trim();

    /// <summary>Its values say who someone is: they are kept in the data folder and never written in an address.</summary>
    public bool Sensible { get; init; }

    /// <summary>What it bears on, when that is protected: who may not see it may not ask it.</summary>
    public DonneesProtegees Protege { get; init; }

    /// <summary>For a criterion that looks in several places, <see cref="Sql"/> without those that the reader may not see.</summary>
    public Func<DonneesProtegees, Func<Func<string, string>, string>>? SelonLesDroits { get; init; }

    /// <summary>The values present and the number of bulletins or lines that have each, best first: a statement over <c>volume_visible v</c>
    /// that gives (valeur, libelle, nombre) inside <c>{0}</c>, a condition on <c>v</c>; null when there is no list to choose from.</summary>
    public string? ValeursPresentes { get; init; }

    /// <summary>The operators that make sense for it, the usual one first.</summary>
    public IReadOnlyList<Operateur> Operateurs => Genre switch
    {
        GenreDeCritere.Texte or GenreDeCritere.Liste => DeTexte,
        GenreDeCritere.Presence => [Operateur.Renseigne, Operateur.Vide],
        GenreDeCritere.Mots => [Operateur.Contient],
        _ => DOrdre,
    };

    /// <summary>Reads a value as it is bound; null when it does not read.</summary>
    public object? Lire(string texte) => Genre switch
    {
        GenreDeCritere.Nombre or GenreDeCritere.Montant => Nombre(texte),
        GenreDeCritere.Date => Date(texte),
        GenreDeCritere.Mois => MoisDePaye.TryParse(texte, out var mois) ? mois.Cle : null,
        _ => string.IsNullOrWhiteSpace(texte) ? null : Normaliser(texte),
    };

    /// <summary>"1 234,56 €" and "1234.56" are the same number.</summary>
    private static object? Nombre(string texte) => decimal.TryParse(
        string.Concat(texte.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.'),
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;

    private static object? Date(string texte) => DateOnly.TryParseExact(
        texte.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
