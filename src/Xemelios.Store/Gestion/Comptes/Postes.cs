using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>The postes comptables and their collectivités: read by all, changed by administrateurs, each change in the journal before it is done.</summary>
public sealed class Postes(BaseDesComptes comptes, AccesDesComptes acces, IJournal journal)
{
    private const string Changer = "La tenue des postes comptables";

    /// <summary>In the order of their codes.</summary>
    public Task<IReadOnlyList<PosteComptable>> ListerAsync() => comptes.LireAsync<IReadOnlyList<PosteComptable>>(async contexte =>
        [.. (await contexte.Postes.ToListAsync()).Select(p => new PosteComptable(p.Code, p.Libelle)).OrderBy(p => p.Code, StringComparer.Ordinal)]);

    /// <summary>The collectivités of a poste, or of all when none is named; those that it has on a day when one is named.</summary>
    public Task<IReadOnlyList<CollectiviteDePoste>> CollectivitesAsync(string? poste = null, DateOnly? le = null) =>
        comptes.LireAsync<IReadOnlyList<CollectiviteDePoste>>(async contexte =>
            [.. (await contexte.Collectivites.Where(c => poste == null || c.Poste == poste).ToListAsync()).Select(c => c.EnDomaine())
                .Where(c => le is not { } jour || ReglesDePoste.Contient(c, jour)).OrderBy(c => c.Poste, StringComparer.Ordinal).ThenBy(c => c.Siret, StringComparer.Ordinal).ThenBy(c => c.Du)]);

    /// <exception cref="RefusDeGestionException">the author may not, or the poste is known or badly written.</exception>
    public Task AjouterAsync(PosteComptable poste, Auteur auteur) => Ecrire(auteur, async contexte =>
    {
        poste = ReglesDePoste.Lu(poste);
        if (await contexte.Postes.AnyAsync(p => p.Code == poste.Code))
            throw new PosteDejaConnuException(poste.Code);
        journal.Ecrire(Acte(auteur, poste.Code) with { Apres = poste.Libelle });
        contexte.Postes.Add(new RangeeDePoste { Code = poste.Code, Libelle = poste.Libelle });
    });

    /// <summary>Changes the name of a poste.</summary>
    public Task RenommerAsync(PosteComptable poste, Auteur auteur) => Ecrire(auteur, async contexte =>
    {
        poste = ReglesDePoste.Lu(poste);
        var rangee = await contexte.Postes.FindAsync(poste.Code) ?? throw new PosteInconnuException(poste.Code);
        journal.Ecrire(Acte(auteur, poste.Code) with { Avant = rangee.Libelle, Apres = poste.Libelle });
        rangee.Libelle = poste.Libelle;
    });

    /// <summary>Attaches a collectivité to a poste.</summary>
    public Task RattacherAsync(CollectiviteDePoste collectivite, Auteur auteur) => Ecrire(auteur, async contexte =>
    {
        collectivite = ReglesDePoste.Lue(collectivite);
        if (!await contexte.Postes.AnyAsync(p => p.Code == collectivite.Poste))
            throw new PosteInconnuException(collectivite.Poste);
        ReglesDePoste.VerifierLesDates(collectivite, (await contexte.Collectivites.ToListAsync()).Select(c => c.EnDomaine()));
        journal.Ecrire(Acte(auteur, collectivite.Poste) with { Siret = collectivite.Siret, Apres = Decrire(collectivite) });
        contexte.Collectivites.Add(Rangee(collectivite));
    });

    /// <summary>Changes the name or the dates of a collectivité of a poste.</summary>
    /// <param name="avant">As it was listed.</param>
    public Task ModifierAsync(CollectiviteDePoste avant, CollectiviteDePoste apres, Auteur auteur) => Ecrire(auteur, async contexte =>
    {
        apres = ReglesDePoste.Lue(apres);
        if (avant.Poste != apres.Poste || avant.Siret != apres.Siret)
            throw new PosteInvalideException("Une collectivité ne change ni de SIRET ni de poste : donnez-lui une date de fin, puis rattachez-la ailleurs.");
        var toutes = await contexte.Collectivites.ToListAsync();
        var rangee = toutes.Find(c => c.EnDomaine() == avant) ?? throw new CollectiviteIntrouvableException(avant.Siret);
        ReglesDePoste.VerifierLesDates(apres, toutes.Where(c => c != rangee).Select(c => c.EnDomaine()));
        journal.Ecrire(Acte(auteur, avant.Poste) with { Siret = avant.Siret, Avant = Decrire(avant), Apres = Decrire(apres) });
        (rangee.Libelle, rangee.Du, rangee.Au) = (apres.Libelle, apres.Du, apres.Au);
    });

    /// <summary>Takes in a file of postes (<c>poste;libelle poste;siret;libelle;du;au</c>): adds what is new, changes what changed, removes
    /// nothing; when a line is wrong, nothing at all is taken and the report says what is wrong where.</summary>
    public Task<RapportDePostes> ImporterAsync(Stream csv, Auteur auteur) => comptes.EcrireAsync(async contexte =>
    {
        await acces.ExigerAdministrateurAsync(auteur, Changer);
        var fichier = FichierDePostes.Lire(csv);
        if (fichier.Erreurs.Count > 0)
            return new RapportDePostes { Erreurs = fichier.Erreurs };
        var import = new ImportDePostes(await contexte.Postes.ToListAsync(), await contexte.Collectivites.ToListAsync());
        import.Appliquer(fichier.Lignes);
        if (import.Erreurs.Count > 0)
            return new RapportDePostes { Erreurs = import.Erreurs };
        foreach (var (poste, siret, avant, apres) in import.Changements)
            journal.Ecrire(Acte(auteur, poste) with { Siret = siret, Avant = avant, Apres = apres });
        contexte.Postes.AddRange(import.NouveauxPostes);
        contexte.Collectivites.AddRange(import.NouvellesCollectivites);
        await contexte.SaveChangesAsync();
        return import.Rapport(fichier.Lignes.Count);
    });

    internal static string Decrire(CollectiviteDePoste collectivite) => $"{collectivite.Libelle} ; {Jour(collectivite.Du)}..{Jour(collectivite.Au)}";

    internal static RangeeDeCollectivite Rangee(CollectiviteDePoste c) => new() { Poste = c.Poste, Siret = c.Siret, Libelle = c.Libelle, Du = c.Du, Au = c.Au };

    private static string Jour(DateOnly? jour) => jour?.ToString("O", CultureInfo.InvariantCulture) ?? "…";

    private static Acte Acte(Auteur auteur, string poste) => auteur.Acte(NatureDActe.Poste) with { Poste = poste };

    private Task Ecrire(Auteur auteur, Func<ContexteDeGestion, Task> changement) => comptes.EcrireAsync(async contexte =>
    {
        await acces.ExigerAdministrateurAsync(auteur, Changer);
        await changement(contexte);
        return await contexte.SaveChangesAsync();
    });
}
