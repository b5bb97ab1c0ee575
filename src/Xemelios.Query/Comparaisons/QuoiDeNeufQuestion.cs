using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>What changed for the agents of an employer in a month, already filled in: nobody has to know what to search for.</summary>
/// <remarks>
/// Attributes and rubriques are compared for the agents paid in both months; who came or left is in its own section alone.
/// <see cref="AgentCompare"/> says who is an agent, <see cref="RubriquesComparees"/> what a rubrique is paid, <see cref="PlagesDAgent"/> what is out
/// of range.
/// </remarks>
/// <param name="Avec">The month compared with, earlier; by default the latest earlier month that has bulletins.</param>
/// <param name="Budget">The code, any spelling; null for all budgets together.</param>
/// <param name="Limite">Rows of each section; the totals count all.</param>
public sealed record QuoiDeNeufQuestion(string Siret, MoisDePaye Mois, MoisDePaye? Avec = null, string? Budget = null, int Limite = 10) : IQuestionNominative
{
    private const int MoisDePlage = 12;
    private const int LimiteMaximale = 500;
    private const int PlusLongtempsSeule = 10;

    /// <summary>One section alone, page after page; null for all.</summary>
    public SorteDeChangement? Section { get; init; }

    /// <summary>From 1, with <see cref="Section"/>.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Every row of every section, whatever the time it takes: what an export writes.</summary>
    public bool Tout { get; init; }

    /// <summary>Milliseconds after which a statement of the sections that read the lines is given up, and the section said to be; ten times as many for a section alone.</summary>
    public int Delai { get; init; } = 5_000;

    /// <summary>The sections, in the order in which they are shown.</summary>
    public static IReadOnlyList<SorteDeChangement> Sortes { get; } =
        [.. Enum.GetValues<SorteDeChangement>().Where(s => s <= SorteDeChangement.HorsPlage)];

    /// <exception cref="EtatIntrouvableException">the month, or the one compared with, holds nothing that the reader may see.</exception>
    public QuoiDeNeuf Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var payes = SqlDeComparaison.MoisPayes(connexion, perimetre, Siret, Budget);
        var anterieurs = payes.Where(m => m < Mois).Take(MoisDePlage).ToList();
        if (!payes.Contains(Mois) || (Avec is { } choisi && (choisi >= Mois || !payes.Contains(choisi))))
            throw new EtatIntrouvableException();
        if ((Avec ?? anterieurs.Cast<MoisDePaye?>().FirstOrDefault()) is not { } avec)
            return new QuoiDeNeuf(Siret, Budget, Mois, null, [], []);

        var demande = new DemandeDeComparaison(Siret, Mois, avec, Budget);
        SqlDeComparaison.Preparer(connexion, perimetre, demande);
        var (lus, interrompues) = Lire(connexion, perimetre, demande, anterieurs);
        var agents = new DetailsDesAgents(connexion, perimetre, demande).Lire(lus.Select(l => l.Agent));
        var sections = Sortes.Where(s => Section is null || s == Section).Select(sorte =>
        {
            var siens = lus.Where(l => l.Sorte == sorte).ToList();
            return new SectionDeNouveautes(sorte, siens.Count == 0 ? 0 : siens[0].Total, [.. siens.Select(l => l.Avec(agents[l.Agent]))])
            {
                Calculee = sorte != SorteDeChangement.HorsPlage || anterieurs.Count >= PlagesDAgent.MoisMinimum,
                Interrompue = interrompues.Contains(sorte),
            };
        });
        return new QuoiDeNeuf(Siret, Budget, Mois, avec, anterieurs, [.. sections]);
    }

    private (List<ChangementLu> Lus, HashSet<SorteDeChangement> Interrompues) Lire(
        DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, IReadOnlyList<MoisDePaye> anterieurs)
    {
        var limite = Tout ? int.MaxValue : Math.Clamp(Limite, 1, LimiteMaximale);
        var rang = Section is null || Tout ? 0 : (Math.Max(1, Page) - 1) * limite;
        int? delai = Tout ? null : Section is null ? Delai : Delai * PlusLongtempsSeule;
        var lus = new List<ChangementLu>();
        var interrompues = new HashSet<SorteDeChangement>();
        Ajouter([SorteDeChangement.Entrant, SorteDeChangement.Sortant], () => AttributsCompares.Presences(connexion, perimetre, demande, limite, rang));
        Ajouter([.. Sortes.Where(s => s is >= SorteDeChangement.Grade and <= SorteDeChangement.Emploi)],
            () => AttributsCompares.Attribues(connexion, perimetre, demande, limite, Section, rang));
        Ajouter([SorteDeChangement.RubriqueNouvelle, SorteDeChangement.RubriqueDisparue],
            () => RubriquesComparees.NouvellesEtDisparues(connexion, perimetre, demande, delai, limite, Section, rang));
        Ajouter([SorteDeChangement.HorsPlage], () => PlagesDAgent.Lire(connexion, perimetre, demande, anterieurs, delai, limite, rang));
        return (lus, interrompues);

        void Ajouter(SorteDeChangement[] sortes, Func<List<ChangementLu>> lire)
        {
            if (Section is { } seule && !sortes.Contains(seule))
                return;
            try
            {
                lus.AddRange(lire());
            }
            catch (OperationCanceledException)
            {
                interrompues.UnionWith(sortes);
            }
        }
    }
}
