using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Query;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Something that can be drawn.</summary>
/// <param name="Strate">The value that a stratified draw shares by.</param>
/// <param name="Toujours">It is looked at in any case.</param>
public sealed record Unite(string Cle, Montant Montant, string Strate = "", bool Toujours = false)
{
    public string? Matricule { get; init; }
}

/// <summary>All that can be drawn, in the order of the keys whatever the order in which it came; no key is there twice.</summary>
public sealed class Population
{
    /// <exception cref="UniteEnDoubleException">a key is there twice.</exception>
    public Population(IEnumerable<Unite> unites)
    {
        Unites = [.. unites.OrderBy(u => u.Cle, StringComparer.Ordinal)];
        for (var i = 1; i < Unites.Count; i++)
            if (Unites[i].Cle == Unites[i - 1].Cle)
                throw new UniteEnDoubleException(Unites[i].Cle);
    }

    public IReadOnlyList<Unite> Unites { get; }

    /// <summary>SHA-256 of its units: the same data have the same one on any machine.</summary>
    public string Empreinte()
    {
        using var hachage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var u in Unites)
            hachage.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{u.Cle}\t{u.Montant.Centimes}\t{u.Strate}\t{(u.Toujours ? 1 : 0)}\n")));
        return Convert.ToHexStringLower(hachage.GetHashAndReset());
    }
}

/// <summary>The same bulletin would have two chances.</summary>
public sealed class UniteEnDoubleException(string cle)
    : QuestionRefuseeException("ECH-0001", $"La population compte deux fois « {cle} » : rien n'est tiré. Vérifiez les fichiers de l'état (xemelios verifier), puis recommencez.");
