using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>What is written of one thing that is controlled, beside what it shows now.</summary>
/// <param name="Vues">What there is to see now; null when it is no longer in the data.</param>
/// <param name="Ecrits">All that is written of it, the oldest first.</param>
public sealed record Suivi(CibleDeControle Cible, DonneesVues? Vues, IReadOnlyList<Ecrit> Ecrits)
{
    /// <summary>The visas, the last one first.</summary>
    public IReadOnlyList<VisaLu> Visas { get; } =
        [.. Ecrits.Where(e => e.Sorte == SorteDEcrit.Visa).Reverse().Select(v => new VisaLu(v, v.Vues is { } alors ? ChiffresVus.Comparer(alors, Vues) : []))];

    /// <summary>The one that counts.</summary>
    public VisaLu? Visa => Visas.Count > 0 ? Visas[0] : null;

    /// <summary>Who has the work now; null when nobody was given it.</summary>
    public Ecrit? Attribution => Ecrits.LastOrDefault(e => e.Sorte == SorteDEcrit.Attribution) is { Personne: not null } donnee ? donnee : null;

    /// <summary>The notes with their answers, the oldest first.</summary>
    public IReadOnlyList<NoteDeControle> Notes => NoteDeControle.Reunir(Ecrits);

    /// <summary>The work that was given is not done: no visa since settles it.</summary>
    public bool ResteAttribue => Attribution is { } donnee && !(Visa is { EstRegle: true } visa && visa.Visa.Id > donnee.Id);
}

/// <summary>A visa, and what has changed since it was given.</summary>
/// <param name="Changements">In words; empty when what it saw is still there.</param>
public sealed record VisaLu(Ecrit Visa, IReadOnlyList<string> Changements)
{
    public DecisionDeVisa Decision => Visa.Decision!.Value;

    /// <summary>It was given on other data than those of now.</summary>
    public bool SurDAutresDonnees => Changements.Count > 0;

    /// <summary>Nothing is left to do of it.</summary>
    public bool EstRegle => !SurDAutresDonnees && Decision != DecisionDeVisa.ARegulariser;
}

/// <summary>A note and what was answered, the first answer first.</summary>
public sealed record NoteDeControle(Ecrit Note, IReadOnlyList<Ecrit> Reponses)
{
    public bool EstClose => Reponses.Any(r => r.Clot);

    public static IReadOnlyList<NoteDeControle> Reunir(IReadOnlyCollection<Ecrit> ecrits)
    {
        var reponses = ecrits.Where(e => e.Sorte == SorteDEcrit.Reponse).ToLookup(e => e.Repond);
        return [.. ecrits.Where(e => e.Sorte == SorteDEcrit.Note).Select(n => new NoteDeControle(n, [.. reponses[n.Id]]))];
    }
}
