using System.Globalization;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Store.Gestion.Echantillons;

/// <summary>Writes plans, samples and ticks: each is in the journal, by keys alone, before it is kept.</summary>
/// <remarks>Who may, and on what, is for the caller to have asked.</remarks>
public sealed class TenueDesEchantillons(CarnetDEchantillons carnet, IJournal journal, TimeProvider horloge)
{
    public const int LibelleMax = 100;

    public const int NoteMax = 1_000;

    public const int PostesMax = 30;

    /// <summary>Beyond, it is no sample that one reads.</summary>
    public const int BulletinsMax = 5_000;

    /// <summary>Keeps a new plan.</summary>
    /// <exception cref="EchantillonRefuseException">its name is missing or too long.</exception>
    public PlanDeControle Creer(string? libelle, string siret, Acte acte) =>
        Garder(new PlanDeControle(0, 0, RedactionDeNotes.Exiger(libelle, "Le nom du plan", LibelleMax), siret, [], "", default), "ajout", acte);

    /// <summary>Keeps a new version of a plan that was read before.</summary>
    /// <exception cref="EchantillonRefuseException">it has too many postes, or somebody changed it meanwhile.</exception>
    public PlanDeControle Changer(PlanDeControle plan, Acte acte) =>
        Garder(plan with { Postes = [.. plan.Postes.Select(p => p with { Libelle = RedactionDeNotes.Exiger(p.Libelle, "Le nom du poste", LibelleMax) })] }, plan.Retire ? "retrait" : "version", acte);

    /// <summary>Keeps a sample that was drawn by a plan.</summary>
    /// <exception cref="EchantillonRefuseException">it is too large.</exception>
    public EchantillonGarde Garder(PlanDeControle plan, EchantillonTire tire, Acte acte)
    {
        if (tire.Bulletins > BulletinsMax)
            throw new EchantillonRefuseException($"L'échantillon compterait {tire.Bulletins} bulletins, plus que les {BulletinsMax} qui se contrôlent un à un : relevez le seuil, baissez le taux ou resserrez les critères.");
        journal.Ecrire(acte with { Nature = NatureDActe.Visa, Siret = tire.Siret, Cles = $"echantillon=tirage;plan={plan.Souche};budget={tire.Budget};mois={tire.Mois};graine={tire.Graine}" });
        return carnet.Garder(new EchantillonGarde(0, plan.Souche, plan.Libelle, tire, Auteur(acte), horloge.GetUtcNow()));
    }

    /// <summary>Keeps what was found of some units of a sample that was read before.</summary>
    /// <returns>Those that a colleague had ticked meanwhile: they are not written.</returns>
    /// <exception cref="EchantillonRefuseException">an error has no amount, or it is the amount paid; nothing is written.</exception>
    public IReadOnlyList<PointageDemande> Pointer(EchantillonGarde echantillon, IEnumerable<PointageDemande> pointages, Acte acte)
    {
        var lus = pointages.Select(p => Verifier(echantillon, p)).ToList();
        return [.. lus.Where(p =>
        {
            var cles = string.Create(CultureInfo.InvariantCulture, $"pointage=ajout;echantillon={echantillon.Id};poste={p.Poste + 1};rang={p.Rang + 1}");
            journal.Ecrire(acte with { Nature = NatureDActe.Visa, Siret = echantillon.Tire.Siret, Matricule = echantillon.Tire.Postes[p.Poste].Tirage.Unites[p.Rang].Matricule, Cles = cles, Apres = p.Decision.ToString() });
            return !carnet.Garder(echantillon, p, Auteur(acte), horloge.GetUtcNow());
        })];
    }

    private PlanDeControle Garder(PlanDeControle plan, string sorte, Acte acte)
    {
        if (plan.Postes.Count > PostesMax)
            throw new EchantillonRefuseException($"Un plan a {PostesMax} postes au plus.");
        journal.Ecrire(acte with { Nature = NatureDActe.Visa, Siret = plan.Siret, Cles = plan.Souche == 0 ? $"plan={sorte}" : $"plan={sorte};souche={plan.Souche}" });
        return carnet.Garder(plan with { Auteur = Auteur(acte), Le = horloge.GetUtcNow() })
            ?? throw new EchantillonRefuseException("Un collègue a changé ce plan depuis que vous avez ouvert cette page : rien n'est gardé. Relisez-le, puis recommencez.");
    }

    private static PointageDemande Verifier(EchantillonGarde echantillon, PointageDemande p)
    {
        var unites = p.Poste >= 0 && p.Poste < echantillon.Tire.Postes.Count ? echantillon.Tire.Postes[p.Poste].Tirage.Unites : [];
        if (p.Rang < 0 || p.Rang >= unites.Count)
            throw new EchantillonRefuseException("Ce bulletin n'est pas dans l'échantillon : rien n'est gardé.");
        var ligne = $"Bulletin {p.Rang + 1} de « {echantillon.Tire.Postes[p.Poste].Poste.Libelle} »";
        if ((p.Decision == DecisionDePointage.Erreur) != p.Constate is not null)
            throw new EchantillonRefuseException(p.Constate is null
                ? $"{ligne} : une erreur demande le montant constaté. Rien n'est gardé."
                : $"{ligne} : un montant constaté ne va qu'avec une erreur. Rien n'est gardé.");
        if (p.Constate == unites[p.Rang].Montant)
            throw new EchantillonRefuseException($"{ligne} : le montant constaté est celui qui est payé : ce n'est pas une erreur de montant. Pointez-le conforme et dites le reste dans la note. Rien n'est gardé.");
        return p with { Note = string.IsNullOrWhiteSpace(p.Note) ? null : RedactionDeNotes.Exiger(p.Note, $"{ligne} : la note", NoteMax) };
    }

    private static string Auteur(Acte acte) => acte.Utilisateur ?? acte.Depuis;
}

/// <summary>A plan, a sample or a tick that cannot be kept as it is asked.</summary>
public sealed class EchantillonRefuseException(string raison) : RefusDeGestionException(raison);
