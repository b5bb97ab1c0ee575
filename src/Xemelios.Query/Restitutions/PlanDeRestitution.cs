using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Restitutions;

/// <summary>What the folder holds on an agent of one employer: what a restitution will give.</summary>
/// <param name="Bulletins">By month, then in the order of the files.</param>
/// <param name="Descriptions">How many distinct ways his employer's files describe him.</param>
public sealed record PlanDeRestitution(
    string Siret, string? Employeur, string Matricule, string? Nom, string? Prenom, IReadOnlyList<BulletinARestituer> Bulletins, int Descriptions,
    IReadOnlyList<PieceARestituer> Pieces)
{
    /// <summary>Files of the employer that a corrected one replaced: their originals stay, and nothing reads them any more.</summary>
    public int FichiersRemplaces { get; init; }
}

/// <summary>A bulletin and the place of its XML.</summary>
/// <param name="Fichier">The name under which the file arrived.</param>
/// <param name="Octet">Byte where its element begins; null when it is not known.</param>
public sealed record BulletinARestituer(AdresseDeBulletin Adresse, MoisDePaye Mois, string Fichier, long? Octet);

/// <summary>A piece that his bulletins cite.</summary>
/// <param name="Empreinte">Null when it was not received.</param>
/// <param name="AutresAgents">How many other agents' bulletins cite the same content, inside of the perimeter or not.</param>
/// <param name="Mois">Months of his bulletins that cite it.</param>
public sealed record PieceARestituer(string? IdUnique, string? Nom, string? Support, string? Empreinte, string? TypeMime, int AutresAgents, IReadOnlyList<MoisDePaye> Mois)
{
    /// <summary>It tells of others too: it is named, and not given.</summary>
    public bool EstPartagee => AutresAgents > 0;
}
