using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>A change on accounts, postes or habilitations that is refused, with a French sentence for the person who asked.</summary>
public abstract class RefusDeGestionException(string phrase) : Exception(phrase);

public sealed class PouvoirInsuffisantException(string acte, string qui)
    : RefusDeGestionException($"{acte} est réservé {qui}.");

public sealed class CompteInconnuException(string compte) : RefusDeGestionException($"Aucun compte ne s'appelle « {compte} ».");

public sealed class CompteDejaOuvertException(string compte) : RefusDeGestionException($"Un compte s'appelle déjà « {compte} ».");

public sealed class CompteBloqueException(string compte) : RefusDeGestionException($"Le compte « {compte} » est bloqué.");

public sealed class CompteNonBloqueException(string compte) : RefusDeGestionException($"Le compte « {compte} » n'est pas bloqué.");

public sealed class CompteRefuseException(string raison) : RefusDeGestionException(raison);

public sealed class MotDePasseRefuseException(IReadOnlyList<string> raisons) : RefusDeGestionException(string.Join(" ", raisons))
{
    /// <summary>One sentence for each rule that it breaks.</summary>
    public IReadOnlyList<string> Raisons { get; } = raisons;
}

public sealed class CodeDeVerificationFauxException() : RefusDeGestionException("Le code de vérification est faux ou trop ancien.");

public sealed class LienPerimeException() : RefusDeGestionException("Ce lien a déjà servi ou n'est plus valable : demandez-en un autre.");

public sealed class PosteInconnuException(string? poste) : RefusDeGestionException($"Le poste comptable « {poste} » n'existe pas.");

public sealed class PosteDejaConnuException(string poste) : RefusDeGestionException($"Le poste comptable « {poste} » existe déjà.");

public sealed class PosteInvalideException(string raison) : RefusDeGestionException(raison);

public sealed class CollectiviteIntrouvableException(string siret) : RefusDeGestionException($"La collectivité {siret} n'est pas rattachée à ce poste à ces dates.");

public sealed class CollectiviteDejaRattacheeException(string siret, string poste)
    : RefusDeGestionException($"La collectivité {siret} est déjà rattachée au poste « {poste} » à ces dates.");

public sealed class HabilitationDeSoiMemeException() : RefusDeGestionException("Personne ne se donne une habilitation à lui-même.");

public sealed class HabilitationIntrouvableException() : RefusDeGestionException("Cette habilitation n'existe pas.");

public sealed class HabilitationDejaTermineeException() : RefusDeGestionException("Cette habilitation est déjà terminée.");

public sealed class DatesIncoherentesException(string raison) : RefusDeGestionException(raison);

public sealed class PosteNonAttenduException() : RefusDeGestionException("Un administrateur n'est rattaché à aucun poste et ne voit aucune donnée de paye : son habilitation ne nomme ni poste ni budget.");

public sealed class BudgetsNonAttendusException(Profil profil)
    : RefusDeGestionException($"L'habilitation d'un {profil.Libelle()} porte sur tout son poste : elle ne nomme aucun budget.");

public sealed class BudgetsAttendusException(Profil profil)
    : RefusDeGestionException($"L'habilitation d'un {profil.Libelle()} nomme les collectivités ou les budgets qu'il peut lire.");

public sealed class BudgetHorsDuPosteException(string siret, string poste)
    : RefusDeGestionException($"La collectivité {siret} ne relève pas du poste « {poste} » pendant l'habilitation.");

public sealed class FonctionsNonDelegablesException(string raison) : RefusDeGestionException(raison);

public sealed class ProfilsIncompatiblesException(string compte, Profil profil)
    : RefusDeGestionException($"Le compte « {compte} » est déjà habilité comme {profil.Libelle()} pendant cette période : terminez d'abord cette habilitation.");
