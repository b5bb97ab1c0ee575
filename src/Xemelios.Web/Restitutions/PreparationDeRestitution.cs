using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Pieces;
using Xemelios.Import.Xhl;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Query.Notes;
using Xemelios.Query.Restitutions;
using Xemelios.Store;

namespace Xemelios.Web.Restitutions;

/// <summary>Who asks for a restitution, and why: its act is in the journal before this is made.</summary>
/// <param name="Motif">Reference of the request and its date.</param>
/// <param name="Poste">Under which poste it is made; null for a folder of a single one.</param>
/// <param name="Habilitations">All that were given: consultations are told by profile.</param>
public sealed record DemandeDeRestitution(
    RestitutionQuestion Question, string Motif, DateTimeOffset Etabli, string Utilisateur, string? Poste, IReadOnlyList<Habilitation> Habilitations)
{
    /// <summary>What the journal keeps of a reason.</summary>
    public const int MotifMax = 200;
}

/// <summary>Brings together what a restitution is made of: the tables, the originals, the journal and the notes.</summary>
public sealed class PreparationDeRestitution(Entrepot entrepot, RelectureDeContenu relecture)
{
    /// <summary>Writes the zip; null, and nothing is written, when no bulletin of the agent is inside the perimeter.</summary>
    /// <param name="connexion">Open until the last byte.</param>
    /// <param name="perimetre">Shows all that is protected.</param>
    public BilanDeRestitution? Ecrire(DemandeDeRestitution demande, DbConnection connexion, Perimetre perimetre, Stream sortie, CancellationToken annulation)
    {
        var question = demande.Question;
        if (question.Prevoir(connexion, perimetre) is not { } plan)
            return null;
        var consultations = new ConsultationsDeLAgent(d => entrepot.Journal.Acces(plan.Siret, plan.Matricule, d), demande.Poste, demande.Habilitations);
        var restitution = new Restitution(
            plan, demande.Motif, demande.Etabli, demande.Utilisateur, question.Descriptions(connexion, perimetre), Bulletin, b => Source(b, annulation), e => Piece(e, annulation),
            consultations.Lire(), new NotesDAgentQuestion(plan.Siret, plan.Matricule).Executer(entrepot.Notes, connexion, perimetre))
        {
            PerimetreLimite = EstLimite(perimetre, plan.Siret),
            Controles = entrepot.Carnet.DeLAgent(plan.Siret, plan.Matricule, perimetre),
            Pointages = entrepot.Echantillons.DeLAgent(plan.Siret, plan.Matricule, perimetre),
        };
        return EcritureDeRestitution.Ecrire(restitution, sortie);

        BulletinDetaille? Bulletin(AdresseDeBulletin adresse) =>
            BulletinQuestion.ALAdresse(adresse).Executer(connexion, perimetre) is [var lu, ..] ? lu.AvecSesNotes(entrepot.Notes, perimetre) : null;
    }

    private byte[]? Source(BulletinARestituer bulletin, CancellationToken annulation)
    {
        if (bulletin.Octet is not { } octet)
            return null;
        using var fichier = relecture.Ouvrir(new Empreinte(bulletin.Adresse.Volume), annulation);
        return fichier is null ? null : ElementDeBulletin.Lire(fichier, octet);
    }

    private ContenuDePiece? Piece(string empreinte, CancellationToken annulation) =>
        relecture.Ouvrir(new Empreinte(empreinte), annulation) is { } contenu ? new ContenuDePiece(contenu.Ouvrir(), contenu) : null;

    // All budgets and all months of the employer, or not.
    private static bool EstLimite(Perimetre perimetre, string siret) => perimetre.Budgets is { } budgets
        && !budgets.Any(b => b is { Budget: null, Du: null, Au: null } && siret.StartsWith(b.Siret, StringComparison.Ordinal));
}
