using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Comparaisons;

/// <summary>What a file says of an agent in a month, beside his lines.</summary>
internal sealed record Situation
{
    public string? Grade { get; init; }

    public string? Echelon { get; init; }

    public int? Indice { get; init; }

    public string? Iban { get; init; }

    public string? Emploi { get; init; }

    public string? Nir { get; init; }

    public decimal? Nbi { get; init; }

    public decimal? Quotite { get; init; }

    public decimal? CumulBrut { get; init; }
}

internal static class BulletinsSitues
{
    /// <summary>A bulletin with lines, and an agent described as told.</summary>
    public static VolumeDeTest Paye(
        this VolumeDeTest volume, string? matricule, Action<BulletinDeTest> lignes, Situation? situation = null,
        string nom = "Martin", string prenom = "Zoé", string service = "Accueil", string statut = "TITULAIRE", decimal? net = null)
    {
        var id = 0;
        volume.Bulletin(matricule, b =>
        {
            lignes(b);
            id = b.Id;
        }, nom, prenom, statut, service, net: net);
        var (s, employeur) = (situation ?? new Situation(), volume.Employeur);
        employeur.Entrepot.Connexion.Execute($"""
            UPDATE agent SET grade = {Ecrire(employeur.Mot(3, s.Grade))}, echelon = {Ecrire(s.Echelon)}, indice = {Ecrire(s.Indice)},
                iban = {Ecrire(s.Iban)}, emploi = {Ecrire(employeur.Mot(2, s.Emploi))}, nir = {Ecrire(s.Nir)} WHERE id = {id}
            """);
        employeur.Entrepot.Connexion.Execute($"""
            UPDATE paye_individuelle SET nbi = {Ecrire(s.Nbi)}, quotite = {Ecrire(s.Quotite)}, cumul_brut = {Ecrire(s.CumulBrut)} WHERE id = {id}
            """);
        return volume;
    }

    private static string Ecrire(object? valeur) => valeur switch
    {
        null => "NULL",
        string texte => $"'{texte}'",
        IFormattable nombre => nombre.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(),
    };
}
