using System.Globalization;
using Microsoft.AspNetCore.Http;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using Xemelios.Store.Gestion.Echantillons;

namespace Xemelios.Web.Pages.Echantillons;

/// <summary>Reads what the form of a poste holds.</summary>
public static class LectureDePoste
{
    private const int CriteresMax = 2_000;

    private static readonly char[] Separateurs = [' ', ',', ';', '\t', '\r', '\n'];

    /// <summary>The columns that can make strata.</summary>
    public static IReadOnlyList<Colonne> Strates { get; } = [.. Colonnes.Toutes(Sujet.Bulletins).Where(c => c.Groupe && c.Protege == default && c.Type == Query.Export.TypeDeColonne.Texte)];

    /// <exception cref="EchantillonRefuseException">something is missing or does not read.</exception>
    public static PosteDeControle Lire(IFormCollection saisie)
    {
        var methode = MotsDEchantillon.Lire(saisie["methode"]) ?? throw new EchantillonRefuseException("Choisissez une méthode de tirage.");
        return new PosteDeControle(saisie["libelle"].ToString(), Criteres(saisie["rubriques"], saisie["criteres"]), methode, Etendue(saisie["etendue"], saisie["unite"]))
        {
            Seuil = string.IsNullOrWhiteSpace(saisie["seuil"]) ? null
                : Montant(saisie["seuil"]) is { Centimes: > 0 } seuil ? seuil : throw new EchantillonRefuseException("Le seuil est un montant plus grand que zéro, par exemple 3000 ou 1250,50."),
            Toujours = Toujours(saisie["evenements"], saisie["codes"], saisie["toujours"]),
            Strates = methode != MethodeDeTirage.Stratifie ? null
                : Strates.FirstOrDefault(c => c.Cle == saisie["strates"]) is { } colonne ? colonne.Cle : throw new EchantillonRefuseException("Un tirage stratifié demande la colonne de ses strates."),
        };
    }

    /// <summary>"1 234,56 €" or "1234.56"; null when it does not read or has more than two decimals.</summary>
    public static Montant? Montant(string? texte) =>
        decimal.TryParse(string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var euros)
        && decimal.Round(euros, 2) == euros && Math.Abs(euros) < 1_000_000_000m ? Domain.Valeurs.Montant.FromDecimal(euros) : null;

    private static string Criteres(string? rubriques, string? autres)
    {
        var codes = (rubriques ?? "").Split(Separateurs, StringSplitOptions.RemoveEmptyEntries);
        var parmi = codes.Length == 0 ? Condition.Tout : new Test(Sujet.Bulletins.Trouver("rubrique")!, Operateur.Parmi, codes);
        return Ecrire(Condition.Toutes(parmi, Sujet.Bulletins.Lire(autres)));
    }

    private static string? Toujours(string? evenements, string? codes, string? autres)
    {
        var lus = (codes ?? "").Split(Separateurs, StringSplitOptions.RemoveEmptyEntries);
        List<Condition> cas = [];
        if (evenements == "tous")
            cas.Add(Sujet.Bulletins.Lire("tous_evenements"));
        else if (lus.Length > 0)
            cas.Add(new Test(Sujet.Bulletins.Trouver("evenement")!, Operateur.Parmi, lus));
        if (!string.IsNullOrWhiteSpace(autres))
            cas.Add(Sujet.Bulletins.Lire(autres));
        return cas.Count == 0 ? null : Ecrire(cas.Count == 1 ? cas[0] : new Ou(cas));
    }

    private static EtendueDeTirage Etendue(string? nombre, string? unite) => (unite == "taux", Montant(nombre)?.ToDecimal()) switch
    {
        (true, { } taux) when EtendueDeTirage.DeTaux(taux) is { } etendue => etendue,
        (true, _) => throw new EchantillonRefuseException("Le taux va de 0,01 à 100 %, avec deux décimales au plus."),
        (false, { } taille and >= 1 and <= 1_000_000) when decimal.Truncate(taille) == taille => EtendueDeTirage.DeTaille((int)taille),
        _ => throw new EchantillonRefuseException("La taille est un nombre entier de bulletins, au moins 1."),
    };

    private static string Ecrire(Condition condition) => EcritureDeCriteres.Ecrire(condition) is { Length: <= CriteresMax } texte
        ? texte
        : throw new EchantillonRefuseException($"Les critères d'un poste s'écrivent en {CriteresMax} signes au plus.");
}
