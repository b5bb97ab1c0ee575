using Xemelios.Domain.Constats;

namespace Xemelios.Web.Pages.Rapprochements;

/// <summary>Where the proof of a finding is shown.</summary>
public static class AdresseDePreuve
{
    private const int DebutDEmpreinte = 8;

    public static string De(Preuve preuve, AdresseDEtat lieu) => preuve.Sorte switch
    {
        SorteDePreuve.Nature => lieu.Bulletins(("nature", preuve.Cle)),
        SorteDePreuve.Mandat => $"{lieu.Rapprochement()}#mandat-{Uri.EscapeDataString(preuve.Cle)}",
        SorteDePreuve.Piece => Chemins.Avec(lieu.Justificatifs, ("q", preuve.Cle)),
        SorteDePreuve.Bulletin => lieu.Bulletins(("matricule", preuve.Cle)),
        SorteDePreuve.Volume => lieu.Bulletins(("volume", preuve.Cle)),
        _ => throw new ArgumentOutOfRangeException(nameof(preuve)),
    };

    /// <summary>"nature 64118", "mandat 10120": short, since the sentence before it says why.</summary>
    public static string Nom(Preuve preuve) => preuve.Sorte switch
    {
        SorteDePreuve.Nature => preuve.Cle.Length == 0 ? "sans nature" : $"nature {preuve.Cle}",
        SorteDePreuve.Mandat => $"mandat {preuve.Cle}",
        SorteDePreuve.Piece => $"pièce {preuve.Cle}",
        SorteDePreuve.Bulletin => $"matricule {preuve.Cle}",
        SorteDePreuve.Volume => $"fichier {preuve.Cle[..Math.Min(DebutDEmpreinte, preuve.Cle.Length)]}",
        _ => throw new ArgumentOutOfRangeException(nameof(preuve)),
    };
}
