using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>A change as a statement finds it, its agent still a key, with how many changes of its sort there are in all.</summary>
internal sealed record ChangementLu(SorteDeChangement Sorte, int Total, int Agent)
{
    public string? Avant { get; init; }

    public string? Apres { get; init; }

    public Montant? MontantAvant { get; init; }

    public Montant? MontantApres { get; init; }

    public RubriqueComparee? Rubrique { get; init; }

    public PlageDAgent? Plage { get; init; }

    public Changement Avec(AgentCompare agent) => new(Sorte, agent, Avant, Apres)
    {
        MontantAvant = MontantAvant,
        MontantApres = MontantApres,
        Rubrique = Rubrique,
        Plage = Plage,
    };

    /// <summary>Category, code and label: the next three columns; none when the category is null.</summary>
    public static RubriqueComparee? LireRubrique(Rangee r)
    {
        var (categorie, code, libelle) = (r.EntierOuNul(), r.Texte(), r.Texte());
        return categorie is { } numero ? new RubriqueComparee((CategorieDeLigne)numero, code, libelle) : null;
    }
}
