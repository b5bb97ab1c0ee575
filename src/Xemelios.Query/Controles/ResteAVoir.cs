using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>Why something is still to be seen.</summary>
public enum SorteDeReste
{
    /// <summary>An état that nobody has visaed.</summary>
    EtatSansVisa,

    /// <summary>A nature that differs from its mandats, of which nobody has decided.</summary>
    NatureEnEcart,

    /// <summary>Visaed "à régulariser", and nothing since.</summary>
    ARegulariser,

    /// <summary>Visaed on data that have changed since.</summary>
    AutresDonnees,

    /// <summary>A note that no answer closes.</summary>
    NoteOuverte,

    /// <summary>Given to someone, and not settled since.</summary>
    Attribue,
}

/// <summary>One thing to see.</summary>
/// <param name="Etat">Its état, for its names; null for what is of no état that is there.</param>
/// <param name="Ecart">What differs, for a nature and for an état.</param>
/// <param name="Ecrit">The visa, the note or the attribution that leaves it to be seen.</param>
/// <param name="Precisions">What has changed since a visa.</param>
/// <param name="Personne">Who has it to do; null when nobody was given it.</param>
public sealed record Reste(SorteDeReste Sorte, CibleDeControle Cible, EtatDePaye? Etat, Montant? Ecart, Ecrit? Ecrit, IReadOnlyList<string> Precisions, string? Personne);

/// <summary>What remains to be seen, by reason, employer and month.</summary>
public sealed record ResteAVoir(IReadOnlyList<Reste> Restes)
{
    public IReadOnlyDictionary<SorteDeReste, int> Nombres { get; } = Restes.CountBy(r => r.Sorte).ToDictionary();
}
