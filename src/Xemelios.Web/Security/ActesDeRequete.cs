using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Journaux;
using Xemelios.Store;
using Xemelios.Web.Pages.Comparaisons;

namespace Xemelios.Web.Security;

/// <summary>What a request opens, as acts of the journal: keys, and of what is searched a keyed fingerprint alone.</summary>
public sealed partial class ActesDeRequete(Questions questions, Entrepot entrepot, AccesCourant acces)
{
    /// <summary>Beyond, a piece that so many agents share is said of their collectivité.</summary>
    private const int PlusDAgents = 20;

    private const int PrefixeDEmpreinte = 12;

    /// <summary>What is a key by its nature, and is written as it is; the fingerprints of files, by their first digits.</summary>
    private static readonly HashSet<string> Cles = new(StringComparer.OrdinalIgnoreCase)
    {
        "volume", "empreinte", "ordre", "id", "piece", "mois", "avec", "exercice", "budget", "train", "format", "code", "lot", "par", "axe", "ligne", "octet",
        "section", "recherche", "rubrique", "nature", "categorie", "statut", "sujet", "grouper", "sorte", "lien", "avant", "apres",
    };

    /// <summary>One act, or one for each agent when the address names the data of several.</summary>
    public IEnumerable<Acte> De(HttpContext context, RouteEndpoint route, NatureDActe nature)
    {
        var adresse = new AdresseDemandee(context.Request);
        var lui = acces.Qui;
        var acte = new Acte(nature, lui.Compte, lui.Adresse, "/" + route.RoutePattern.RawText?.TrimStart('/'))
        {
            Poste = lui.Poste, Siret = Siret(adresse), Matricule = Matricule(adresse["matricule"]), Cles = EnCles(adresse, context.Request),
        };
        var agents = Agents(adresse, acte.Objet);
        return agents.Count == 0 ? [acte] : agents.Select(a => acte with { Siret = a.Siret ?? acte.Siret, Matricule = Borne(a.Matricule) });
    }

    private List<AgentConcerne> Agents(AdresseDemandee adresse, string objet)
    {
        var nommes = new List<AgentConcerne?>();
        foreach (var bulletin in Bulletins(adresse))
            nommes.Add(questions.Poser(new AgentDuBulletinQuestion(bulletin).Executer));
        if (objet.StartsWith("/pieces/", StringComparison.Ordinal) && int.TryParse(adresse["id"], CultureInfo.InvariantCulture, out var piece))
            nommes.AddRange(questions.Poser(new AgentsDeLaPieceQuestion(piece).Executer));
        if (objet.StartsWith("/sources/", StringComparison.Ordinal) && adresse["empreinte"] is { } empreinte)
            nommes.Add(questions.Poser(new AgentDeLaSourceQuestion(empreinte, long.TryParse(adresse["octet"], CultureInfo.InvariantCulture, out var octet) ? octet : 0).Executer));
        var distincts = nommes.OfType<AgentConcerne>().Distinct().ToList();
        return distincts.Count <= PlusDAgents ? distincts : [.. distincts.Select(a => a with { Matricule = null }).Distinct()];
    }

    private static IEnumerable<AdresseDeBulletin> Bulletins(AdresseDemandee adresse)
    {
        if (adresse.DeLaRoute("ordre") is { } ordre && (adresse.DeLaRoute("volume") ?? adresse.DeLaRoute("empreinte")) is { } volume && int.TryParse(ordre, CultureInfo.InvariantCulture, out var rang))
            yield return new AdresseDeBulletin(volume, rang);
        foreach (var cote in (string[])["avant", "apres"])
        {
            if (AdresseDeComparaison.LireBulletin(adresse[cote]) is { } bulletin)
                yield return bulletin;
        }
    }

    /// <summary>What looks like the number of an employer: anything else that was typed there is not kept.</summary>
    private static string? Siret(AdresseDemandee adresse) =>
        (adresse["siret"] ?? adresse["avant"]?.Split('|')[0]) is { } siret && UnSiret().IsMatch(siret) ? siret : null;

    // A NIR typed in the place of a matricule is no key.
    private static string? Matricule(string? ecrit) =>
        ecrit is not null && Uri.UnescapeDataString(ecrit) is var matricule && UnMatricule().IsMatch(matricule) && matricule.Count(char.IsAsciiDigit) < 13 ? matricule : null;

    private static string? Borne(string? matricule) => matricule is { Length: > 64 } ? matricule[..64] : matricule;

    private string? EnCles(AdresseDemandee adresse, HttpRequest demande)
    {
        var cles = adresse.Valeurs.Where(v => Cles.Contains(v.Nom) && UneCle().IsMatch(v.Valeur)).Select(v => $"{v.Nom.ToLowerInvariant()}={Abreger(v.Valeur)}").ToList();
        var criteres = adresse.Criteres();
        if (criteres.Count > 0)
            cles.Add($"criteres={string.Join(',', criteres)}");
        if (adresse.Cherche() is { Length: > 0 } cherche)
            cles.Add($"q=#{entrepot.Recherches.Empreinte(cherche)}");
        if (!HttpMethods.IsGet(demande.Method))
            cles.Add($"methode={demande.Method}");
        return cles.Count == 0 ? null : string.Join(';', cles);
    }

    private static string Abreger(string valeur) => Empreinte().Replace(valeur, e => e.Value[..PrefixeDEmpreinte]);

    [GeneratedRegex(@"^(?=.*[0-9])[0-9A-Za-z*]{9,14}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UnSiret();

    [GeneratedRegex(@"^(?=.*[0-9])[\w ./*-]{1,40}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UnMatricule();

    [GeneratedRegex(@"^[0-9A-Za-z_.,|/+-]{1,140}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UneCle();

    [GeneratedRegex("[0-9a-fA-F]{64}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Empreinte();
}
