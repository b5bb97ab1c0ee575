namespace Xemelios.Domain.Habilitations;

/// <summary>What a person is, of a fixed national list (arrêté of 3 August 2005 on Hélios): nobody edits what a profile may do.</summary>
public enum Profil
{
    /// <summary>Answers for a poste: imports, visas, sees all of it, grants consultation to others.</summary>
    Comptable,

    /// <summary>Does what his comptable delegates, among what a comptable does.</summary>
    AgentDuPoste,

    /// <summary>Reads the budgets and collectivités that his habilitation names.</summary>
    Ordonnateur,

    /// <summary>Reads, within a mission.</summary>
    Auditeur,

    /// <summary>Reads, within a mission.</summary>
    JugeDesComptes,

    /// <summary>Accounts and technique, no pay data.</summary>
    Administrateur,
}

/// <summary>What can be done with the program; XéMéLios's CONNECT, IMPORT, CLEAN, SEARCH, BROWSE and EXPORT are among them.</summary>
[Flags]
public enum Fonctions
{
    Aucune = 0,

    /// <summary>Bring files in (IMPORT).</summary>
    Importer = 1,

    /// <summary>Remove what was imported (CLEAN).</summary>
    Supprimer = 2,

    /// <summary>Search (SEARCH).</summary>
    Rechercher = 4,

    /// <summary>Open a screen, a bulletin, a piece (CONNECT, BROWSE).</summary>
    Consulter = 8,

    /// <summary>Take data out (EXPORT).</summary>
    Exporter = 16,

    /// <summary>Visa, notes.</summary>
    Viser = 32,

    /// <summary>Give and end habilitations of the poste, read its journal.</summary>
    Habiliter = 64,

    /// <summary>Accounts, postes, sessions, technique.</summary>
    Administrer = 128,
}

/// <summary>What in a pay file is masked unless the profile has the right to see it.</summary>
[Flags]
public enum DonneesProtegees
{
    Aucune = 0,
    Nir = 1,
    CompteBancaire = 2,
    Adresse = 4,

    /// <summary>Number of children and what tells of the family.</summary>
    Famille = 8,

    /// <summary>The XML as received, which holds all the others.</summary>
    SourceXml = 16,

    Toutes = Nir | CompteBancaire | Adresse | Famille | SourceXml,
}
