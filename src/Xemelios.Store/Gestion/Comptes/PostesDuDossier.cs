using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>What the person who owns the machine sees: the whole folder, but never the persons of two postes together.</summary>
public static class PostesDuDossier
{
    /// <summary>All of the folder, or one of its postes.</summary>
    /// <param name="poste">Code of a poste; null for all.</param>
    /// <exception cref="PosteInconnuException">the folder does not know this poste.</exception>
    public static Perimetre PerimetreDuProprietaire(this BaseDesComptes comptes, string? poste)
    {
        if (poste is null)
            return Perimetre.Complet with { PlusieursPostes = comptes.NombreDePostes() > 1 };
        using var contexte = comptes.Ouvrir();
        if (!contexte.Postes.Any(p => p.Code == poste))
            throw new PosteInconnuException(poste);
        return Perimetre.Limite(contexte.Collectivites.Where(c => c.Poste == poste).Select(c => c.Siret).Distinct().Order().ToList().Select(siret => new BudgetPermis(siret, null)));
    }
}
