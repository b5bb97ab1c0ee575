using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherche;
using Xemelios.Web.Components;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Pages;
using Xemelios.Web.Pages.Comparaisons;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>What the search box proposes while one types: <c>[{"groupe","texte","detail","adresse"}]</c>.</summary>
public static class Suggestions
{
    /// <summary>How many of each kind.</summary>
    private const int Combien = 5;

    /// <summary>Maps <c>GET /suggestions?q=</c>.</summary>
    public static void MapSuggestions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/suggestions", (string? q, Questions questions, AccesCourant acces) => Results.Json(Pour((q ?? "").Trim(), questions, acces)))
            .WithMetadata(new ExigeAttribute(Fonctions.Rechercher), new JournaliseAttribute(NatureDActe.Recherche));

    private static IEnumerable<Proposition> Pour(string texte, Questions questions, AccesCourant acces)
    {
        if (texte.Length == 0)
            return [];
        var connues = questions.Poser(new SuggestionsQuestion(texte, Combien).Executer);
        return [.. Ecrans(texte, acces), .. Personnes(texte, questions), .. connues.Select(DeLaSuggestion)];
    }

    private static IEnumerable<Proposition> Ecrans(string texte, AccesCourant acces)
    {
        var mots = Plier(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Ecran.Permis(acces.Acces).Where(e => mots.All(m => Plier(e.Titre).Contains(m, StringComparison.Ordinal)))
            .Take(Combien).Select(e => new Proposition("Écrans", e.Titre, null, new Cadre().Vers(e.Cle)));
    }

    // Persons of several postes are not searched together: what names nobody is proposed all the same.
    private static IEnumerable<Proposition> Personnes(string texte, Questions questions)
    {
        try
        {
            return [.. questions.Chercher(new ChercherQuestion(texte, Limite: Combien)).Resultats.Select(r => r.Sorte == ResultatDeRecherche.Agent
                ? new Proposition("Agents", $"{r.Nom} {r.Prenom}", $"{r.Matricule}, {Pluriel.Compter(r.Bulletins, "bulletin")} jusqu'en {r.DernierMois}", Agent(r))
                : new Proposition("Pièces", r.Nom ?? "Pièce", r.Extrait, Chemins.Piece(r.Piece!.Value)))];
        }
        catch (QuestionRefuseeException)
        {
            return [];
        }
    }

    private static string Agent(ResultatDeRecherche agent) => AdresseDeComparaison.Agent(agent.Siret, agent.Matricule) ?? Chemins.Avec("/bulletins", ("siret", agent.Siret), ("nom", agent.Nom));

    private static Proposition DeLaSuggestion(Suggestion suggestion) => suggestion switch
    {
        { Sorte: SorteDeSuggestion.Collectivite } => new("Collectivités", suggestion.Libelle ?? suggestion.Code, suggestion.Code, new Cadre(suggestion.Code).Vers("/etat")),
        { Sorte: SorteDeSuggestion.Rubrique } => new("Rubriques", $"{suggestion.Code} {suggestion.Libelle}", "lignes de cette rubrique", Chemins.Avec("/lignes", ("rubrique", suggestion.Code))),
        _ => new("Mandats", $"Mandat {suggestion.Code}", $"{suggestion.Libelle} ({suggestion.Exercice?.ToString(CultureInfo.InvariantCulture) ?? "sans exercice"})",
            suggestion.Exercice is { } exercice ? Chemins.Avec(Chemins.Mandats(suggestion.Siret!, exercice), ("numero", suggestion.Code)) : "/mandats"),
    };

    private static string Plier(string texte) =>
        string.Concat(texte.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}

/// <summary>One thing to go to.</summary>
public sealed record Proposition(string Groupe, string Texte, string? Detail, string Adresse);
