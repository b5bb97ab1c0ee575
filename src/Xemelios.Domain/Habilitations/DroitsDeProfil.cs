namespace Xemelios.Domain.Habilitations;

/// <summary>What each profile may do and see, fixed nationally.</summary>
public static class DroitsDeProfil
{
    private const Fonctions Lecture = Fonctions.Rechercher | Fonctions.Consulter | Fonctions.Exporter;

    /// <summary>All that a profile may do; an agent du poste does what is delegated to him, among this.</summary>
    public static Fonctions FonctionsPermises(this Profil profil) => profil switch
    {
        Profil.Comptable => Lecture | Fonctions.Importer | Fonctions.Supprimer | Fonctions.Viser | Fonctions.Habiliter,
        Profil.AgentDuPoste => Lecture | Fonctions.Importer | Fonctions.Supprimer | Fonctions.Viser,
        Profil.Ordonnateur or Profil.Auditeur or Profil.JugeDesComptes => Lecture,
        Profil.Administrateur => Fonctions.Administrer,
        _ => Fonctions.Aucune,
    };

    /// <summary>What a profile sees without asking.</summary>
    public static DonneesProtegees Visibles(this Profil profil) => profil switch
    {
        // He pays on the bank account and checks the family supplement: both are his daily work, the rest is not.
        Profil.Comptable or Profil.AgentDuPoste => DonneesProtegees.CompteBancaire | DonneesProtegees.Famille,
        _ => DonneesProtegees.Aucune,
    };

    /// <summary>What a profile may reveal, one bulletin at a time, with a reason that the journal keeps.</summary>
    public static DonneesProtegees Revelables(this Profil profil) => profil switch
    {
        Profil.Comptable or Profil.AgentDuPoste or Profil.Auditeur or Profil.JugeDesComptes => DonneesProtegees.Toutes,
        _ => DonneesProtegees.Aucune,
    };

    /// <summary>Reads what was archived (arrêté of 3 August 2005, art. 2): those who check years after, within their mission.</summary>
    public static bool LitLesArchives(this Profil profil) => profil is Profil.Auditeur or Profil.JugeDesComptes;

    /// <summary>Reads the visas and notes of control: those who control, never the ordonnateur who is controlled.</summary>
    public static bool LitLesControles(this Profil profil) => profil is Profil.Comptable or Profil.AgentDuPoste or Profil.Auditeur or Profil.JugeDesComptes;

    /// <summary>The name of a profile on screens.</summary>
    public static string Libelle(this Profil profil) => profil switch
    {
        Profil.Comptable => "comptable",
        Profil.AgentDuPoste => "agent du poste",
        Profil.Ordonnateur => "ordonnateur",
        Profil.Auditeur => "auditeur",
        Profil.JugeDesComptes => "juge des comptes",
        Profil.Administrateur => "administrateur",
        _ => throw new ArgumentOutOfRangeException(nameof(profil)),
    };
}
